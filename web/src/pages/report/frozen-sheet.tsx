// What was frozen of a report, newest first.
import { useCall } from '../../api.ts'
import type { Output } from '../../api-types.ts'
import { useGo } from '../../app/link.tsx'
import { t } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'

type Row = Output<'report.frozenList'>['frozen'][number]

export function FrozenSheet({ report }: { report: string }) {
  const go = useGo()
  const pages = usePages<number>()
  const { data, error } = useCall('report.frozenList', { report, before: pages.after })
  if (!error && !data?.frozen.length && pages.after === undefined) return null
  return (
    <Sheet title={t('定稿', 'Frozen')} flush>
      <DataTable
        label={t('定稿', 'Frozen')}
        columns={columns}
        rows={data?.frozen}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/report/${report}/${row.id}`)}
        problem={error}
        pager={pages.pager(data?.next)}
      />
    </Sheet>
  )
}

const columns: Column<Row>[] = [
  { key: 'number', label: t('编号', 'Number'), cell: (row) => row.number, card: 'title' },
  { key: 'on', label: t('日期', 'Day'), cell: (row) => row.frozenOn },
  { key: 'who', label: t('谁定的', 'By'), cell: (row) => `${row.office} ${row.actorName}`, slack: true },
]
