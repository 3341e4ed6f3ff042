// 花名册: every line of the batch.
import { Button } from 'antd'
import { fileAddress, useAct, useCall } from '../../api.ts'
import { PageLink, useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { type Batch, type BatchLine, lineMark, whyAddress } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

export function BatchLines({ batch }: { batch: Batch }) {
  const say = useText()
  const may = useMay()
  const pages = usePages<number>()
  const [status] = useAddressValue('status')
  const statuses = status ? [status] : undefined
  const read = useCall('batch.lines', { batchId: batch.id, statuses, after: pages.after, limit: 100 })
  const file = useAct('batch.file', { onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)) })
  return (
    <Sheet
      title={t('发放花名册', 'Payment list')}
      note={say(t(`共 ${batch.count} 人　单位：元`, `${batch.count} persons, in yuan`))}
      actions={
        <>
          {status && (
            <PageLink to={`/batch/${batch.id}`}>
              {say(t(`只看${lineMark(status as BatchLine['status']).word.zh}，看全部`, 'Show all'))}
            </PageLink>
          )}
          {may('batch.send') && (
            <Button
              size="small"
              loading={file.isPending}
              onClick={() => file.mutate({ batchId: batch.id, format: 'xlsx' })}
            >
              {say(t('导出 Excel（记入日志）', 'Export to Excel (logged)'))}
            </Button>
          )}
        </>
      }
      flush
    >
      {file.error && <ProblemNote problem={file.error} />}
      <DataTable
        label={t('发放花名册', 'Payment list')}
        columns={columns(say)}
        rows={read.data?.lines}
        rowKey={(row) => row.id}
        problem={read.error}
        onRetry={() => void read.refetch()}
        sum={
          status
            ? undefined
            : {
                amount: <MoneyText yuan={batch.total} />,
                elsewhere: <MoneyText yuan={batch.elsewhere} quietZero />,
              }
        }
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<BatchLine>[] {
  return [
    { key: 'line', label: t('序号', 'No.'), cell: (row) => row.line, width: 60, card: 'hidden' },
    { key: 'name', label: t('姓名', 'Name'), cell: (row) => <b>{row.name}</b>, card: 'title' },
    {
      key: 'id',
      label: t('证件号', 'Identity number'),
      cell: (row) => row.idNumber || '—',
      minor: true,
      card: 'hidden',
    },
    {
      key: 'cardName',
      label: t('银行户名', 'Account name'),
      cell: (row) => row.cardName,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'card',
      label: t('账号', 'Card'),
      cell: (row) => row.card || <StateMark mark="doubt" word={t('没有账号', 'no card')} />,
    },
    { key: 'bank', label: t('开户行', 'Bank'), cell: (row) => row.bank || '—', slack: true, card: 'hidden' },
    {
      key: 'amount',
      label: t('本资金发', 'Ours'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.amount} to={whyAddress(row.decisionId)} />,
    },
    {
      key: 'elsewhere',
      label: t('由别的资金发', 'By others'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.elsewhere} to={whyAddress(row.decisionId)} quietZero />,
      card: 'hidden',
    },
    {
      key: 'status',
      label: t('状态', 'State'),
      cell: (row) => <StateMark {...lineMark(row.status)} />,
      card: 'state',
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
