// One batch. The difference to last month is the page; the full list stands behind it (OF-02).
import { useCall } from '../../api.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { Steps } from '../../parts/steps.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { BatchAct } from './batch-act.tsx'
import { BatchLines } from './batch-lines.tsx'
import { BatchSide } from './batch-side.tsx'
import { DifferenceSheet } from './difference-sheet.tsx'
import { FailedSheet } from './failed-sheet.tsx'
import { type Batch, batchMark, isZero } from './fund-words.ts'
import './ledger.css'

export function Page() {
  const id = Number(usePathValue('id'))
  const read = useCall('batch.get', { id })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return <BatchPage key={id} batch={read.data} />
}

function BatchPage({ batch }: { batch: Batch }) {
  const say = useText()
  const [list] = useAddressValue('list')
  const tabs = [
    { key: 'act', label: t('办理', 'Act'), to: `/batch/${batch.id}` },
    { key: 'list', label: t('花名册', 'List'), count: batch.count, to: `/batch/${batch.id}?list=all` },
  ]
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: t('发放批次', 'Batches'), to: '/batches' },
      ]}
      title={`${batch.period} ${say(batch.item)}`}
      aside={batch.number}
      states={<StateMark mark={batchMark(batch.state)} boxed word={batch.stateLabel} />}
      sentence={say(sentence(batch))}
      actions={<PrintButtons page="batch" of={batch.fund} input={{ batchId: batch.id }} />}
      tabs={tabs}
      tab={list ? 'list' : 'act'}
    >
      {list ? (
        <BatchLines batch={batch} />
      ) : (
        <Stack>
          <Sheet>
            <Steps steps={stepsOf(batch)} />
          </Sheet>
          <Columns
            main={
              <>
                <BatchAct batch={batch} />
                <FailedSheet batch={batch} />
                {batch.kind === 'regular' && <DifferenceSheet batch={batch} />}
              </>
            }
            side={<BatchSide batch={batch} />}
            sideWidth={340}
          />
        </Stack>
      )}
    </PageFrame>
  )
}

function sentence(batch: Batch) {
  const other = isZero(batch.elsewhere)
    ? t('', '')
    : t(
        `（另有 ${moneyText(batch.elsewhere)} 元由别的资金发放，不在本批）`,
        ` (${moneyText(batch.elsewhere)} more is paid by other funds, not here)`,
      )
  return t(
    `${batch.count.toLocaleString('en-US')} 人，合计 ${moneyText(batch.total)} 元${other.zh}。`,
    `${batch.count.toLocaleString('en-US')} persons, ${moneyText(batch.total)} yuan${other.en}.`,
  )
}

/** The path as the office counts it; a step is done when its last act was done. */
const path = [
  { key: 'review', label: t('业务复核', 'Review'), until: ['filling', 'draft'] },
  { key: 'check', label: t('基金财务复核', 'Check'), until: ['reviewed'] },
  { key: 'request', label: t('用款申请', 'Request'), until: ['checked'] },
  { key: 'audit', label: t('财政审核、拨付', 'Approval, payment'), until: ['requested', 'audited'] },
  { key: 'arrive', label: t('支出户到账', 'Arrival'), until: ['appropriated'] },
  { key: 'send', label: t('送银行', 'To the bank'), until: ['arrived'] },
  { key: 'return', label: t('回盘、退票', 'Reply'), until: ['sent', 'returned', 'bounced'] },
  { key: 'close', label: t('对平、归档', 'Reconcile'), until: ['reconciled'] },
]

function stepsOf(batch: Batch) {
  const shown =
    batch.kind === 'reissue' ? path.filter((step) => !['request', 'audit'].includes(step.key)) : path
  const at = shown.findIndex((step) => step.until.includes(batch.state))
  const now =
    batch.state === 'archived' ? shown.length : at < 0 ? shown.findIndex((step) => step.key === 'arrive') : at
  return shown.map((step, index) => ({
    key: step.key,
    label: step.label,
    state: index < now ? ('done' as const) : index === now ? ('now' as const) : ('later' as const),
  }))
}
