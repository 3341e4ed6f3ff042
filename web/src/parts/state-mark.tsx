// Shape first, word second, colour third: the marks of the house. A glyph never stands without its word.
import type { ReactNode } from 'react'
import { type Text, t, useText } from '../app/text.tsx'
import './state-mark.css'

export type Mark =
  | 'open'
  | 'doing'
  | 'done'
  | 'late'
  | 'soon'
  | 'doubt'
  | 'refused'
  | 'returned'
  | 'unknown'
  | 'paused'
  | 'same'
  | 'added'
  | 'changed'
  | 'up'
  | 'down'
  | 'trial'

type MarkDeclaration = { word: Text; tone: 'ink' | 'dai' | 'zhu' | 'zhe' | 'song' | 'zi'; draw: ReactNode }

const marks: Record<Mark, MarkDeclaration> = {
  open: { word: t('待办', 'To do'), tone: 'ink', draw: <circle cx="7" cy="7" r="5.25" /> },
  doing: {
    word: t('办理中', 'Under way'),
    tone: 'dai',
    draw: (
      <>
        <circle cx="7" cy="7" r="5.25" />
        <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5Z" className="mark-fill" />
      </>
    ),
  },
  done: {
    word: t('已办', 'Done'),
    tone: 'song',
    draw: (
      <>
        <circle cx="7" cy="7" r="6" className="mark-fill" />
        <path d="m4.2 7.2 2 2 3.6-4" className="mark-cut" />
      </>
    ),
  },
  late: {
    word: t('逾期', 'Late'),
    tone: 'zhu',
    draw: (
      <>
        <path d="M7 1.8 12.8 12H1.2Z" className="mark-fill" />
        <path d="M7 5.6v3M7 10.4v.1" className="mark-cut" />
      </>
    ),
  },
  soon: {
    word: t('快到期', 'Due soon'),
    tone: 'zhe',
    draw: (
      <>
        <path d="M7 2 12.6 12H1.4Z" />
        <path d="M7 5.8v2.8M7 10.3v.1" />
      </>
    ),
  },
  doubt: {
    word: t('存疑', 'In doubt'),
    tone: 'zhe',
    draw: (
      <>
        <path d="M7 1.1 12.9 7 7 12.9 1.1 7Z" />
        <path d="M7 4.4v3.2M7 9.5v.1" />
      </>
    ),
  },
  refused: {
    word: t('不予', 'Refused'),
    tone: 'zhu',
    draw: <path d="M1.75 1.75h10.5v10.5H1.75ZM4.6 4.6l4.8 4.8M9.4 4.6 4.6 9.4" />,
  },
  returned: {
    word: t('退回', 'Returned'),
    tone: 'zhe',
    draw: <path d="M4.8 3.2 1.9 6l2.9 2.8M2.2 6h6.3a3.1 3.1 0 0 1 0 6.2H5.4" />,
  },
  unknown: {
    word: t('不详', 'Unknown'),
    tone: 'ink',
    draw: <circle cx="7" cy="7" r="5.25" strokeDasharray="2.2 1.9" />,
  },
  paused: {
    word: t('暂停', 'Paused'),
    tone: 'ink',
    draw: <path d="M4.5 2.5v9M9.5 2.5v9" strokeWidth="2.4" />,
  },
  same: { word: t('不变', 'Unchanged'), tone: 'ink', draw: <path d="M2 5h10M2 9h10" /> },
  added: {
    word: t('新增', 'Added'),
    tone: 'dai',
    draw: <path d="M12.25 7A5.25 5.25 0 1 1 1.75 7a5.25 5.25 0 0 1 10.5 0ZM7 4.4v5.2M4.4 7h5.2" />,
  },
  changed: {
    word: t('变更', 'Changed'),
    tone: 'zi',
    draw: <path d="M1.6 4.7h10.2L9.4 2.4M12.4 9.3H2.2l2.4 2.3" />,
  },
  up: { word: t('增加', 'More'), tone: 'dai', draw: <path d="M7 2.2 12.4 11.6H1.6Z" /> },
  down: { word: t('减少', 'Less'), tone: 'zhe', draw: <path d="M7 11.8 12.4 2.4H1.6Z" /> },
  trial: {
    word: t('试算', 'Simulation'),
    tone: 'zi',
    draw: <path d="M1.75 1.75h10.5v10.5H1.75Z" strokeDasharray="2.4 1.8" />,
  },
}

type StateMarkProps = {
  mark: Mark
  /** The word beside the glyph; without it the mark's own word. */
  word?: Text | string
  /** A box around it, as beside a page title. */
  boxed?: boolean
  /** Only the glyph is seen, the word is read aloud. */
  wordHidden?: boolean
  strong?: boolean
}

/** `<StateMark mark="late" word="逾期 1 天" />` */
export function StateMark({ mark, word, boxed, wordHidden, strong }: StateMarkProps) {
  const say = useText()
  const { tone, word: ownWord } = marks[mark]
  const text = say(word ?? ownWord)
  return (
    <span className={`mark mark-${tone}${boxed ? ' mark-boxed' : ''}${strong ? ' mark-strong' : ''}`}>
      <Glyph mark={mark} />
      {wordHidden ? <span className="only-read-aloud">{text}</span> : <span>{text}</span>}
    </span>
  )
}

/** The glyph alone, for places that write the word themselves right beside it. */
export function Glyph({ mark }: { mark: Mark }) {
  const { tone, draw } = marks[mark]
  return (
    <svg
      className={`glyph mark-${tone}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {draw}
    </svg>
  )
}

/** All marks, for lists and tests. */
export const allMarks = Object.keys(marks) as Mark[] // keys of a literal record
