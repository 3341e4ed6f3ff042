// The last line of a form: what will happen, why it may not happen yet, what went wrong, and the one filled button.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type Text, t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'
import { ProblemNote } from './problem-note.tsx'
import { type Reason, ReasonList } from './reason-list.tsx'
import './act-line.css'

type ActLineProps = {
  /** 审定 46 件 */
  word: Text | string
  /** 审定后开始公示，发短信给 46 人。 */
  consequence: Text | string
  onAct: () => void
  busy?: boolean
  problem?: WebProblem | null
  /** Why the button is off; it is on when none is missing or waiting. */
  reasons?: readonly Reason[]
  /** Cannot be undone: the button is 朱. */
  final?: boolean
  /** 存草稿, 退回上一步: left of the filled button. */
  others?: ReactNode
}

/** `<Sheet footer={<ActLine word="答复异议" consequence="答复后发短信给异议人，不能修改。" onAct={save} busy={act.isPending} problem={act.error} />}>` */
export function ActLine({
  word,
  consequence,
  onAct,
  busy,
  problem,
  reasons = [],
  final,
  others,
}: ActLineProps) {
  const say = useText()
  const open = reasons.filter((reason) => reason.state === 'missing' || reason.state === 'waiting')
  return (
    <div className="act-line">
      {open.length > 0 && <ReasonList reasons={open} />}
      {problem && (
        <ProblemNote
          problem={problem}
          onRetry={problem.status === 0 ? onAct : undefined}
          retryWord={t('再存一次', 'Save again')}
        />
      )}
      <div className="act-row">
        <span>{say(consequence)}</span>
        {others}
        <Button type="primary" danger={final} loading={busy} disabled={open.length > 0} onClick={onAct}>
          {say(word)}
        </Button>
      </div>
    </div>
  )
}
