// 发放批次: what is on its way to people, and whose turn it is.
import { type Output, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { batchMark } from './fund-words.ts'

type Row = Output<'batch.list'>['batches'][number]

export function Page() {
  const say = useText()
  const go = useGo()
  const pages = usePages<number>()
  const read = useCall('batch.list', { before: pages.after, limit: 50 })
  const mine = read.data?.batches.filter((batch) => batch.mine).length ?? 0
  return (
    <PageFrame
      title={t('发放批次', 'Payment batches')}
      sentence={say(
        mine > 0
          ? t(`等您办的有 ${mine} 批。`, `${mine} wait for you.`)
          : t('现在没有等您办的。', 'None waits for you now.'),
      )}
    >
      <Sheet flush>
        <DataTable
          label={t('发放批次', 'Payment batches')}
          columns={columns(say)}
          rows={read.data?.batches}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/batch/${row.id}`)}
          tone={(row) => (row.mine ? 'dai' : undefined)}
          problem={read.error}
          onRetry={() => void read.refetch()}
          empty={
            <EmptyNote
              text={t(
                '还没有发放批次。批量记账做完后，批次列在这里。',
                'No batch yet. One appears when a run is posted.',
              )}
            />
          }
          pager={pages.pager(read.data?.next)}
        />
      </Sheet>
    </PageFrame>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  return [
    { key: 'number', label: t('批次号', 'Number'), cell: (row) => row.number, width: 130 },
    {
      key: 'item',
      label: t('项目', 'Item'),
      cell: (row) => <b>{`${row.period} ${say(row.item)}`}</b>,
      slack: true,
      card: 'title',
    },
    {
      key: 'count',
      label: t('人数', 'Persons'),
      number: true,
      cell: (row) => row.count.toLocaleString('en-US'),
    },
    {
      key: 'total',
      label: t('金额（元）', 'Amount'),
      number: true,
      cell: (row) => <MoneyText yuan={row.total} />,
    },
    {
      key: 'elsewhere',
      label: t('另由别的资金发（元）', 'Paid by others'),
      number: true,
      cell: (row) => <MoneyText yuan={row.elsewhere} quietZero />,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      cell: (row) => <StateMark mark={batchMark(row.state)} word={row.stateLabel} />,
      card: 'state',
    },
    { key: 'mine', label: t('轮到', 'Turn'), cell: (row) => (row.mine ? say(t('等您办', 'yours')) : '') },
  ]
}
