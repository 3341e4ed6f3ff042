// 本月比上月: who is new, who stopped, whose standard changed.
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { type Mark, StateMark } from '../../parts/state-mark.tsx'
import { type Batch, whyAddress } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

type Row = Output<'batch.difference'>['rows'][number]

export function DifferenceSheet({ batch }: { batch: Batch }) {
  const say = useText()
  const read = useCall('batch.difference', { batchId: batch.id })
  const { added, stopped, changed, sum } = batch.difference
  const before = batch.previous
  const words = before
    ? t(
        `＋${added} 人　−${stopped} 人　标准变 ${changed} 人　差 ${moneyText(sum)} 元`,
        `+${added}, −${stopped}, changed ${changed}, difference ${moneyText(sum)}`,
      )
    : t(`没有上一批，${added} 人都是新增`, `there is no earlier batch; all ${added} are new`)
  return (
    <Sheet
      title={
        before ? t(`比 ${before.period}`, `Against ${before.period}`) : t('比上月', 'Against last month')
      }
      note={say(words)}
      flush
    >
      <DataTable
        label={t('比上月', 'Against last month')}
        columns={columns(say)}
        rows={before ? read.data?.rows : (read.data?.rows.slice(0, 20) ?? undefined)}
        rowKey={(row) => `${row.kind} ${row.subject?.register} ${row.subject?.id}`}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('人和标准都没有变。', 'Nobody and no standard changed.')} />}
      />
    </Sheet>
  )
}

const marks: Record<Row['kind'], { mark: Mark; word: Text }> = {
  new: { mark: 'added', word: t('新增', 'new') },
  stopped: { mark: 'paused', word: t('停发', 'stopped') },
  changed: { mark: 'changed', word: t('标准变', 'changed') },
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  return [
    {
      key: 'kind',
      label: t('变化', 'Change'),
      cell: (row) => <StateMark {...marks[row.kind]} />,
      width: 96,
      card: 'state',
    },
    {
      key: 'name',
      label: t('姓名', 'Name'),
      cell: (row) =>
        row.subject ? (
          <PageLink to={`/r/${row.subject.register}/${row.subject.id}`}>{row.name}</PageLink>
        ) : (
          row.name
        ),
      slack: true,
      card: 'title',
    },
    {
      key: 'before',
      label: t('上月', 'Before'),
      number: true,
      cell: (row) =>
        row.before === null ? '—' : <WhyAmount yuan={row.before} to={whyAddress(row.beforeDecisionId)} />,
    },
    {
      key: 'now',
      label: t('本月', 'Now'),
      number: true,
      cell: (row) => (row.now === null ? '—' : <WhyAmount yuan={row.now} to={whyAddress(row.decisionId)} />),
    },
    {
      key: 'why',
      label: t('理由', 'Why'),
      cell: (row) => {
        const why = whyAddress(row.decisionId)
        return why ? <PageLink to={why}>{say(t('为什么', 'Why'))}</PageLink> : '—'
      },
      card: 'hidden',
    },
  ]
}
