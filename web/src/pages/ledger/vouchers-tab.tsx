// 凭证: newest first, by month.
import { Button, Select } from 'antd'
import { useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { type VoucherHead, voucherName } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

export function VouchersTab({ fund }: { fund: string }) {
  const say = useText()
  const go = useGo()
  const pages = usePages<number>()
  const [book = 'agency', setBook] = useAddressValue('book')
  const [period, setPeriod] = useAddressValue('period')
  const read = useCall('ledger.vouchers', { fund, period, before: pages.after, limit: 50 })
  return (
    <Sheet
      title={t('凭证', 'Vouchers')}
      note={say(t('记账后不能改，只能冲红另记　单位：元', 'Never changed, only reversed; in yuan'))}
      actions={
        <>
          {period && (
            <Button size="small" onClick={() => setPeriod(undefined)}>
              {say(t(`只看 ${period}，看全部`, `Only ${period}; show all`))}
            </Button>
          )}
          <Select
            aria-label={say(t('哪本账', 'Book'))}
            value={book}
            onChange={setBook}
            options={[
              { value: 'agency', label: say(t('经办机构基金账', 'Agency book')) },
              { value: 'treasury', label: say(t('财政专户账', 'Treasury book')) },
            ]}
          />
        </>
      }
      flush
    >
      <DataTable
        label={t('凭证', 'Vouchers')}
        columns={voucherColumns(say)}
        rows={read.data?.vouchers.filter((voucher) => voucher.bookEntity === book)}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/voucher/${row.id}`)}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('这一页没有这本账的凭证。', 'No vouchers of this book on this page.')} />}
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function voucherColumns(say: ReturnType<typeof useText>): Column<VoucherHead>[] {
  return [
    { key: 'number', label: t('凭证号', 'Number'), cell: voucherName, width: 132, card: 'title' },
    { key: 'day', label: t('日期', 'Day'), cell: (row) => row.day, width: 96 },
    {
      key: 'purpose',
      label: t('用途', 'Purpose'),
      cell: (row) => say(row.purposeLabel),
      width: 96,
      minor: true,
    },
    { key: 'text', label: t('摘要', 'Text'), cell: (row) => say(row.text), slack: true },
    { key: 'state', label: t('状态', 'State'), cell: (row) => <VoucherState voucher={row} />, card: 'state' },
    {
      key: 'total',
      label: t('金额', 'Amount'),
      number: true,
      cell: (row) => (
        <span className={row.reverses === null ? undefined : 'ledger-red'}>
          <WhyAmount yuan={row.total} to={`/voucher/${row.id}`} />
        </span>
      ),
    },
  ]
}

/** Posted, reversed, or itself a reversal. */
export function VoucherState({
  voucher,
  boxed,
}: {
  voucher: Pick<VoucherHead, 'reverses' | 'reversedBy'>
  boxed?: boolean
}) {
  if (voucher.reverses !== null)
    return <StateMark mark="returned" word={t('冲红', 'red voucher')} boxed={boxed} />
  if (voucher.reversedBy !== null)
    return <StateMark mark="same" word={t('已冲红', 'reversed')} boxed={boxed} />
  return <StateMark mark="done" word={t('已记账', 'posted')} boxed={boxed} />
}
