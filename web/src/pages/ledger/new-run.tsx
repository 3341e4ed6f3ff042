// Proposing a run: which, for which period; the lines are computed by a job that one may leave.
import { Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FieldLine, WordsLine } from './field-line.tsx'
import { type Claimant, ClaimsForm, claimReasons, claimsInput } from './run-claims.tsx'

type Declared = Output<'run.list'>['declared']

const noClaims: readonly Claimant[] = []

export function NewRun({ declared, onClose }: { declared: Declared; onClose: () => void }) {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const periodic = declared.filter((one) => one.every !== 'once')
  const [id, setId] = useState(periodic[0]?.id)
  const run = periodic.find((one) => one.id === id)
  const [typed, setTyped] = useState<string>()
  const [reserve, setReserve] = useState('')
  const propose = useAct('run.propose', {
    onDone: ({ runId, jobId }) => {
      onClose()
      go(`/run/${runId}?job=${jobId}`)
    },
  })
  const [chosen, setChosen] = useState<readonly Claimant[]>()
  const claims = run?.claims ?? false
  const last = useCall('run.claimants', { run: run?.id ?? '' }, { enabled: claims })
  const claimants = chosen ?? (claims ? last.data?.claimants : undefined) ?? noClaims
  const period = typed ?? usual(run?.every, meta.today)
  const input = {
    ...(reserve ? { reserveDocument: reserve } : {}),
    ...(claims ? { claims: claimsInput(claimants) } : {}),
  }
  const send = () => run && propose.mutate({ run: run.id, period, input })
  return (
    <Sheet
      title={t('提出一批', 'Propose a run')}
      footer={
        <ActLine
          word={t('测算名单', 'Compute the list')}
          consequence={t(
            '按政策逐人算，先不记账；算好后由另一人审批。',
            'Each person is decided by the policy; nothing is posted yet.',
          )}
          onAct={send}
          busy={propose.isPending}
          problem={propose.error ?? (claims ? last.error : null)}
          reasons={claims ? claimReasons(claimants) : []}
        />
      }
    >
      <div className="ledger-form">
        <FieldLine label={t('事项', 'Run')}>
          <Select
            aria-label={say(t('事项', 'Run'))}
            value={id}
            onChange={setId}
            options={periodic.map((one) => ({ value: one.id, label: say(one.label) }))}
          />
        </FieldLine>
        <WordsLine
          label={run?.every === 'year' ? t('年度', 'Year') : t('月份', 'Month')}
          value={period}
          onChange={setTyped}
        />
        {run?.kind === 'interest' && (
          <WordsLine
            label={t('动用风险准备金的批复文号（没有不填）', 'Document that releases the reserve (if any)')}
            value={reserve}
            onChange={setReserve}
            wide
          />
        )}
      </div>
      {run && claims && <ClaimsForm run={run.id} claimants={claimants} onChange={setChosen} />}
    </Sheet>
  )
}

/** This month; for a year, the one that has ended. */
function usual(every: string | undefined, today: string): string {
  return every === 'year' ? String(Number(today.slice(0, 4)) - 1) : today.slice(0, 7)
}
