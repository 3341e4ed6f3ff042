// One conclusion for many findings; those that cannot be settled so stay chosen, each with its reason.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'

type As = 'explain' | 'correct' | 'check' | 'reopen'
export type Settled = Output<'verify.actMany'>
type Props = {
  chosen: readonly number[]
  closed: boolean
  /** What came of the last conclusion; its refused ones are chosen now. */
  settled: Settled | undefined
  onSettled: (settled: Settled) => void
  onNone: () => void
}

const MOST = 1_000
const words: Record<As, Text> = {
  correct: t('已更正', 'Corrected'),
  explain: t('有理由，说明', 'Explain'),
  check: t('转核实', 'Have them looked at'),
  reopen: t('重开', 'Reopen'),
}

export function FindingMany({ chosen, closed, settled, onSettled, onNone }: Props) {
  const say = useText()
  const [note, setNote] = useState('')
  const act = useAct('verify.actMany', {
    onDone: (output) => {
      onSettled(output)
      if (output.refused.length === 0) setNote('')
    },
  })
  const off = note.trim() === '' || chosen.length === 0 || chosen.length > MOST || act.isPending
  const ways: As[] = closed ? ['reopen'] : ['correct', 'explain', 'check']
  return (
    <div className="verify-many">
      {settled && <Told done={settled} />}
      {act.error && <ProblemNote problem={act.error} />}
      {chosen.length > 0 && (
        <>
          <b>{say(t(`选了 ${chosen.length} 条`, `${chosen.length} chosen`))}</b>
          <button type="button" className="link-button" onClick={onNone}>
            {say(t('都不选', 'Choose none'))}
          </button>
          <Input
            aria-label={say(t('说明', 'Note'))}
            placeholder={say(t('这些共用的说明', 'One note for all of these'))}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
          {ways.map((as) => (
            <Button key={as} disabled={off} onClick={() => act.mutate({ findingIds: [...chosen], as, note })}>
              {say(words[as])}
            </Button>
          ))}
          {chosen.length > MOST && <p className="note">{say(tooMany)}</p>}
          {note.trim() === '' && <p className="note">{say(t('先写说明，再结。', 'Write a note first.'))}</p>}
        </>
      )}
    </div>
  )
}

const tooMany = t(`一次最多 ${MOST} 条，请少选一些。`, `At most ${MOST} at a time; choose fewer.`)

/** How many went through, and for each reason how many did not. */
function Told({ done }: { done: Settled }) {
  const say = useText()
  const reasons = Map.groupBy(done.refused, ({ text }) => say(text))
  return (
    <div role="status">
      {done.settled.length > 0 && (
        <p>{say(t(`办了 ${done.settled.length} 条。`, `${done.settled.length} settled.`))}</p>
      )}
      {[...reasons].map(([reason, of]) => (
        <p key={reason}>
          {say(t(`${of.length} 条没有办：${reason}`, `${of.length} not settled: ${reason}`))}
        </p>
      ))}
    </div>
  )
}
