// Runs, newest first.
import { type Output, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { runMark } from './fund-words.ts'

type Row = Output<'run.list'>['runs'][number]

export function RunList({ fund }: { fund?: string }) {
  const say = useText()
  const go = useGo()
  const pages = usePages<number>()
  const read = useCall('run.list', { fund, before: pages.after, limit: 50 })
  return (
    <Sheet
      title={t('发放、计息、继承', 'Payments, interest, inheritance')}
      note={say(t('单位：元', 'in yuan'))}
      flush
    >
      <DataTable
        label={t('批量记账', 'Runs')}
        columns={columns(say)}
        rows={read.data?.runs}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/run/${row.id}`)}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('还没有批量记账。由人社局业务经办提出。', 'There is no run yet.')} />}
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  return [
    {
      key: 'label',
      label: t('事项', 'Run'),
      cell: (row) => <b>{`${row.period} ${say(row.label)}`}</b>,
      slack: true,
      card: 'title',
    },
    {
      key: 'count',
      label: t('人数', 'Persons'),
      number: true,
      cell: (row) => row.count.toLocaleString('en-US'),
    },
    { key: 'held', label: t('暂不办', 'Held'), number: true, cell: (row) => row.held || '—', card: 'hidden' },
    { key: 'total', label: t('合计', 'Total'), number: true, cell: (row) => <MoneyText yuan={row.total} /> },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      cell: (row) => <StateMark mark={runMark(row.state)} word={row.stateLabel} />,
      card: 'state',
    },
    {
      key: 'who',
      label: t('提出、审批', 'By'),
      cell: (row) => [row.proposedName, row.approvedName].filter(Boolean).join('、'),
      minor: true,
      card: 'hidden',
    },
  ]
}
