// 追补重算: doing paid months again, for everybody or for those whom late facts concern.
import { Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FieldLine } from './field-line.tsx'

type Declared = Output<'run.list'>['declared']

export function NewRecompute({ declared, onClose }: { declared: Declared; onClose: () => void }) {
  const say = useText()
  const go = useGo()
  const again = declared.filter(({ kind }) => kind === 'recompute')
  const [run, setRun] = useState(again[0]?.id ?? '')
  const [since, setSince] = useState<string>()
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const propose = useAct('recompute.propose', {
    onDone: ({ runId, jobId }) => {
      onClose()
      go(`/run/${runId}?job=${jobId}`)
    },
  })
  const months = { ...(from ? { from: from.slice(0, 7) } : {}), ...(to ? { to: to.slice(0, 7) } : {}) }
  return (
    <Sheet
      title={t('追补重算', 'Do paid months again')}
      footer={
        <ActLine
          word={t('重算', 'Recompute')}
          consequence={t(
            '按现在知道的事实和参数重算已办的月份，只列出有差额的；原来的决定和凭证不改。',
            'Months already done are decided by what is known now; only differences are listed, nothing old is changed.',
          )}
          onAct={() => propose.mutate({ run, ...(since ? { since } : {}), ...months })}
          busy={propose.isPending}
          problem={propose.error}
        />
      }
    >
      <div className="ledger-form">
        <FieldLine label={t('事项', 'Run')}>
          <Select
            aria-label={say(t('事项', 'Run'))}
            value={run}
            onChange={setRun}
            options={again.map((one) => ({ value: one.id, label: say(one.label) }))}
          />
        </FieldLine>
        <FieldLine label={t('事实改动从哪天起（不填算全部）', 'Facts entered since (empty: all)')}>
          <DayField
            label={say(t('事实改动从哪天起', 'Facts entered since'))}
            value={since}
            onChange={setSince}
          />
        </FieldLine>
        <FieldLine label={t('从哪个月（不填不限）', 'From month (if any)')}>
          <DayField label={say(t('从哪个月', 'From month'))} value={from} onChange={setFrom} monthIsEnough />
        </FieldLine>
        <FieldLine label={t('到哪个月（不填不限）', 'To month (if any)')}>
          <DayField label={say(t('到哪个月', 'To month'))} value={to} onChange={setTo} monthIsEnough />
        </FieldLine>
      </div>
    </Sheet>
  )
}
