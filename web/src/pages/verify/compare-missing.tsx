// Who should be on the list by the register and is not.
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { type Compared, figure, type HereRow, tabWords } from './compare-words.ts'

export function MissingSheet({ given }: { given: Compared }) {
  const say = useText()
  const go = useGo()
  const pages = usePages<number>()
  const read = useCall('compare.missing', {
    comparisonId: given.id,
    limit: 50,
    ...(pages.after ? { after: pages.after } : {}),
  })
  const count = given.counts.onlyHere ?? 0
  return (
    <Sheet title={tabWords.onlyHere} note={say(t(`${figure(count)} 条`, `${figure(count)} records`))} flush>
      <DataTable
        label={tabWords.onlyHere}
        columns={columns(say)}
        rows={read.data?.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/r/${given.register}/${row.id}`)}
        problem={read.error}
        onRetry={() => void read.refetch()}
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<HereRow>[] {
  return [
    { key: 'title', label: t('名称', 'Name'), cell: (row) => row.title, card: 'title' },
    { key: 'area', label: t('所在地', 'Place'), cell: (row) => row.areaName },
    {
      key: 'values',
      label: t('各栏', 'Fields'),
      cell: (row) =>
        row.values
          .filter(({ value }) => value !== row.title)
          .map(({ label, value }) => `${say(label)} ${value}`)
          .join('　'),
      slack: true,
    },
  ]
}
