// An act that needs a reason: the button opens one line for it; the consequence stands beside the button that does it.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Text, t, useText } from '../../app/text.tsx'
import { useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { WebProblem } from '../../problem.ts'
import './reason-act.css'

type ReasonActProps = {
  word: Text
  consequence: Text
  /** An example of a reason, in the empty line. */
  hint?: Text
  busy: boolean
  problem: WebProblem | null
  onAct: (reason: string) => void
}

const left = t('事由，如：调离', 'Reason, as: transferred')

export function ReasonAct({ word, consequence, hint = left, busy, problem, onAct }: ReasonActProps) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  useUnsaved(open && reason.trim() !== '')
  if (!open)
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {say(word)}
      </button>
    )
  return (
    <div className="reason-act">
      <Input
        autoFocus
        placeholder={say(hint)}
        aria-label={say(t('事由', 'Reason'))}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="reason-act-line">
        <span className="note">{say(consequence)}</span>
        <Button danger disabled={!reason.trim()} loading={busy} onClick={() => onAct(reason.trim())}>
          {say(word)}
        </Button>
        <button type="button" className="link-button" onClick={() => setOpen(false)}>
          {say(t('不办了', 'Leave it'))}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
