// From the comparison of one person to the proposal: a run for this person alone.
import { useAct } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Part } from './contrast-page.tsx'

type Props = { parts: readonly Part[]; subject: { register: string; id: number } }

export function ContrastRecompute({ parts, subject }: Props) {
  const go = useGo()
  const propose = useAct('recompute.propose', {
    onDone: ({ runId, jobId }) => go(`/run/${runId}?job=${jobId}`),
  })
  const off = parts.filter(({ months }) =>
    months.some(
      ({ decided, open, difference }) => decided && !open && difference !== null && difference !== '0.00',
    ),
  )
  if (off.length === 0) return null
  return (
    <Sheet
      footer={off.map((part) => (
        <ActLine
          key={`${part.run} ${part.subject.id}`}
          word={t(`提出${part.label.zh}追补`, `Propose: ${part.label.en}`)}
          consequence={t(
            '只重算本人，列出补发和追回，由另一人审批；原来的决定和凭证不改。',
            'For this person alone; another approves; nothing old is changed.',
          )}
          onAct={() => propose.mutate({ run: part.run, subject })}
          busy={propose.isPending}
          problem={propose.error}
        />
      ))}
    />
  )
}
