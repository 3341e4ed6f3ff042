// 来款: what came in, and the part of it that nobody has claimed yet.
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { FieldLine, WordsLine, wireYuan } from './field-line.tsx'
import { type Fund, isZero } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

type Receipt = Output<'fund.receipts'>['receipts'][number]

export function ReceiptSheet({ fund }: { fund: Fund }) {
  const say = useText()
  const [claiming, setClaiming] = useState<Receipt>()
  const { data, error, refetch } = useCall('fund.receipts', { fund: fund.id })
  const columns = useReceiptColumns(fund, setClaiming)
  const open = data?.receipts.filter((one) => !isZero(one.open)).length ?? 0
  return (
    <>
      {claiming && (
        <ClaimForm key={claiming.id} fund={fund} receipt={claiming} onDone={() => setClaiming(undefined)} />
      )}
      <Sheet
        title={t('来款', 'Receipts')}
        note={say(
          open > 0
            ? t(`${open} 笔待认领　单位：元`, `${open} to be claimed, in yuan`)
            : t('单位：元', 'in yuan'),
        )}
        flush
      >
        <DataTable
          label={t('来款', 'Receipts')}
          columns={columns}
          rows={data?.receipts}
          rowKey={(row) => row.id}
          problem={error}
          onRetry={() => void refetch()}
          empty={<EmptyNote text={t('还没有来款。财政登记后列在这里。', 'Nothing has come in yet.')} />}
        />
      </Sheet>
    </>
  )
}

function useReceiptColumns(fund: Fund, onClaim: (receipt: Receipt) => void): Column<Receipt>[] {
  const say = useText()
  const may = useMay()
  const part = (name: string) => fund.parts.find((one) => one.part === name)?.label
  const project = (receipt: Receipt) =>
    fund.projects.find((one) => one.context.id === receipt.context?.id)?.title ?? ''
  return [
    { key: 'day', label: t('到账日', 'Arrived on'), cell: (row) => row.arrivedOn, width: 96 },
    { key: 'payer', label: t('对方户名', 'Payer'), cell: (row) => row.payer, slack: true, card: 'title' },
    {
      key: 'for',
      label: t('用于', 'For'),
      cell: (row) => `${project(row)} ${say(part(row.part))}`.trim() || '—',
      minor: true,
    },
    { key: 'ticket', label: t('票据号', 'Ticket'), cell: (row) => row.ticket, card: 'hidden' },
    {
      key: 'amount',
      label: t('金额', 'Amount'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.amount} to={`/voucher/${row.voucherId}`} />,
    },
    {
      key: 'state',
      label: t('认领', 'Claim'),
      card: 'state',
      cell: (row) =>
        isZero(row.open) ? (
          <StateMark mark="done" word={t('已认领', 'claimed')} />
        ) : may('fund.claim') ? (
          <Button size="small" onClick={() => onClaim(row)}>
            {say(t('认领来款', 'Claim'))}
          </Button>
        ) : (
          <StateMark mark="open" word={t('待认领', 'to be claimed')} />
        ),
    },
    {
      key: 'voucher',
      label: t('专户账凭证', 'Treasury voucher'),
      cell: (row) => <PageLink to={`/voucher/${row.voucherId}`}>{say(t('看凭证', 'Voucher'))}</PageLink>,
      minor: true,
      card: 'hidden',
    },
  ]
}

function ClaimForm({ fund, receipt, onDone }: { fund: Fund; receipt: Receipt; onDone: () => void }) {
  const say = useText()
  const [project, setProject] = useState(receipt.context?.id ?? fund.projects[0]?.context.id)
  const [part, setPart] = useState(receipt.part || (fund.parts[0]?.part ?? ''))
  const [typed, setTyped] = useState(receipt.open)
  const claim = useAct('fund.claim', { onDone })
  const amount = wireYuan(typed)
  const context = fund.projects.find((one) => one.context.id === project)?.context ?? {
    register: 'fund',
    id: 0,
  }
  const send = () =>
    amount !== undefined && claim.mutate({ receiptId: receipt.id, claims: [{ context, part, amount }] })
  return (
    <Sheet
      title={t('认领来款', 'Claim a receipt')}
      note={`${receipt.payer}　${receipt.arrivedOn}`}
      footer={
        <ActLine
          word={t('认领来款', 'Claim')}
          consequence={t(
            '记入经办机构基金账；一笔来款可以分几次认领给几个项目。',
            'Posts the agency book; a receipt may be claimed in several parts.',
          )}
          onAct={send}
          busy={claim.isPending}
          problem={claim.error}
          reasons={
            amount === undefined
              ? [{ key: 'amount', state: 'missing', text: t('填写金额。', 'Fill in the amount.') }]
              : []
          }
          others={<Button onClick={onDone}>{say(t('先不认领', 'Not now'))}</Button>}
        />
      }
    >
      <div className="ledger-form">
        {fund.projects.length > 0 && (
          <FieldLine label={t('征地项目', 'Project')}>
            <Select
              aria-label={say(t('征地项目', 'Project'))}
              value={project}
              onChange={setProject}
              options={fund.projects.map((one) => ({ value: one.context.id, label: one.title }))}
            />
          </FieldLine>
        )}
        {fund.parts.length > 0 && (
          <FieldLine label={t('哪一笔', 'Which part')}>
            <Select
              aria-label={say(t('哪一笔', 'Which part'))}
              value={part}
              onChange={setPart}
              options={fund.parts.map((one) => ({ value: one.part, label: say(one.label) }))}
            />
          </FieldLine>
        )}
        <WordsLine label={t('金额', 'Amount')} value={typed} onChange={setTyped} money />
      </div>
    </Sheet>
  )
}
