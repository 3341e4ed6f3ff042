// The text as it was sent, with what was found marked in its place.
import { Fragment, useEffect, useRef } from 'react'
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Checked } from './figures-types.ts'

type Props = {
  text: string
  checked: readonly Checked[]
  shown: number | undefined
  onShow: (at: number) => void
}

type Piece = { from: number; to: number; finding: number | null }

export function TextPane({ text, checked, shown, onShow }: Props) {
  const say = useText()
  const mark = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another finding was chosen
  useEffect(() => mark.current?.scrollIntoView({ block: 'center' }), [shown])
  let first = true
  return (
    <Sheet
      title={t('正文', 'Text')}
      note={say(t('点标出的字，看核出来的是什么', 'press a mark to see its finding'))}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys */}
      <section className="figures-text" aria-label={say(t('正文', 'Text'))} tabIndex={0}>
        {piecesOf(text.length, checked).map(({ from, to, finding }) => {
          const words = text.slice(from, to)
          if (finding === null) return <Fragment key={from}>{words}</Fragment>
          const here = finding === shown && first
          if (here) first = false
          return (
            <button
              key={from}
              type="button"
              ref={here ? mark : undefined}
              className={finding === shown ? 'figures-mark figures-mark-shown' : 'figures-mark'}
              title={say(checked[finding]?.computed)}
              onClick={() => onShow(finding)}
            >
              {words}
            </button>
          )
        })}
      </section>
    </Sheet>
  )
}

/** The text cut at the marks; where marks overlap the first one stands. Only faults are marked. */
function piecesOf(length: number, checked: readonly Checked[]): Piece[] {
  const marks = checked
    .flatMap((one, finding) =>
      one.fault ? one.spots.map(({ at, length: size }) => ({ from: at, to: at + size, finding })) : [],
    )
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.from < at) continue
    if (mark.from > at) pieces.push({ from: at, to: mark.from, finding: null })
    pieces.push(mark)
    at = mark.to
  }
  return at < length ? [...pieces, { from: at, to: length, finding: null }] : pieces
}
