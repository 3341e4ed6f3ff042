// 将要用完的个人账户: twelve months ahead, so that nobody is surprised (OF-07).
import { type Output, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

type Row = Output<'run.emptying'>['accounts'][number]

export function EmptyingSheet() {
  const say = useText()
  const go = useGo()
  const areaName = useAreaName()
  const read = useCall('run.emptying', { within: 24, limit: 100 })
  const columns: Column<Row>[] = [
    { key: 'name', label: t('姓名', 'Name'), cell: (row) => <b>{row.name}</b>, card: 'title' },
    { key: 'area', label: t('地区', 'Area'), cell: (row) => areaName(row.area), slack: true },
    {
      key: 'monthly',
      label: t('月标准', 'Monthly'),
      number: true,
      cell: (row) => <MoneyText yuan={row.monthly} />,
    },
    {
      key: 'left',
      label: t('还能付', 'Left'),
      cell: (row) => (
        <StateMark
          mark={row.monthsLeft < 12 ? 'late' : 'soon'}
          word={t(`${row.monthsLeft} 个月`, `${row.monthsLeft} months`)}
        />
      ),
      card: 'state',
    },
  ]
  return (
    <Sheet
      title={t('未来 24 个月用完的个人账户', 'Accounts empty within 24 months')}
      note={say(t('用完后由统筹账户接着付　单位：元', 'then the pool pays; in yuan'))}
      flush
    >
      <DataTable
        label={t('将要用完的个人账户', 'Accounts soon empty')}
        columns={columns}
        rows={read.data?.accounts}
        rowKey={(row) => row.accountId}
        onOpen={(row) => go(`/account/${row.accountId}`)}
        problem={read.error}
        empty={<EmptyNote text={t('24 个月内没有要用完的账户。', 'None within 24 months.')} />}
      />
    </Sheet>
  )
}
