// The rows behind one figure, a page at a time.
import { Button } from 'antd'
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'

type Props = {
  cut: { report: string; rows: string[]; measures: string[] }
  keys: (string | null)[]
  words: string
  onClose: () => void
}

export function BehindRows({ cut, keys, words, onClose }: Props) {
  const say = useText()
  const page = usePages<number>()
  const read = useCall('report.rows', { ...cut, keys, after: page.after ?? 0 })
  const register = read.data?.register
  const columns = [
    {
      key: 'title',
      label: t('名称', 'Name'),
      cell: (row: { id: number; title: string }) =>
        register ? <PageLink to={`/r/${register}/${row.id}`}>{row.title}</PageLink> : row.title,
    },
    { key: 'place', label: t('地区', 'Place'), cell: (row: { place: string }) => row.place, slack: true },
  ]
  return (
    <Sheet
      title={words}
      note={say(t('背后的行', 'rows behind it'))}
      actions={
        <Button size="small" onClick={onClose}>
          {say(t('收起', 'Close'))}
        </Button>
      }
      flush
    >
      <DataTable
        label={words}
        columns={columns}
        rows={read.data?.rows}
        rowKey={(row) => row.id}
        problem={read.error}
        onRetry={() => void read.refetch()}
        pager={page.pager(read.data?.next)}
      />
    </Sheet>
  )
}
