// 退票: reason, money back or not, the corrected card approved by another person, issued again once (OF-08).
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { type Batch, type BatchLine, lineMark, whyAddress } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

const troubled = ['failed', 'back', 'reissued']

export function FailedSheet({ batch }: { batch: Batch }) {
  const say = useText()
  const count = troubled.reduce((sum, status) => sum + (batch.counts[status]?.count ?? 0), 0)
  const read = useCall(
    'batch.lines',
    { batchId: batch.id, statuses: troubled, limit: 200 },
    { enabled: count > 0 },
  )
  const [fixing, setFixing] = useState<BatchLine>()
  const columns = useColumns(setFixing)
  if (count === 0) return null
  const ready =
    read.data?.lines.filter((line) => line.status === 'back' && line.corrected?.approvedName) ?? []
  return (
    <>
      {fixing && <CardForm key={fixing.id} line={fixing} onDone={() => setFixing(undefined)} />}
      <Sheet
        title={t('退票', 'Returned payments')}
        note={say(
          t(
            `${count} 笔　款退回后才能补发　单位：元`,
            `${count}; issued again only when the money is back; in yuan`,
          ),
        )}
        footer={ready.length > 0 && <Again batch={batch} lines={ready} />}
        flush
      >
        <DataTable
          label={t('退票', 'Returned payments')}
          columns={columns}
          rows={read.data?.lines}
          rowKey={(row) => row.id}
          problem={read.error}
          onRetry={() => void read.refetch()}
        />
      </Sheet>
    </>
  )
}

function Again({ batch, lines }: { batch: Batch; lines: readonly BatchLine[] }) {
  const go = useGo()
  const may = useMay()
  const again = useAct('batch.reissue', { onDone: ({ batchId }) => go(`/batch/${batchId}`) })
  if (!may('batch.reissue')) return null
  return (
    <ActLine
      word={t(`补发 ${lines.length} 笔`, `Issue ${lines.length} again`)}
      consequence={t(
        '另成一个补发批次，仍要复核后送银行；每笔只补发一次。',
        'Makes a batch of its own; each payment is issued again once.',
      )}
      onAct={() => again.mutate({ batchId: batch.id, lineIds: lines.map((line) => line.id) })}
      busy={again.isPending}
      problem={again.error}
    />
  )
}

function useColumns(onFix: (line: BatchLine) => void): Column<BatchLine>[] {
  const say = useText()
  return [
    { key: 'name', label: t('姓名', 'Name'), cell: (row) => <b>{row.name}</b>, card: 'title' },
    {
      key: 'reason',
      label: t('原因', 'Reason'),
      cell: (row) => <StateMark mark="refused" word={row.reason ?? t('不详', 'unknown')} />,
    },
    {
      key: 'words',
      label: t('银行原话', 'Bank’s words'),
      cell: (row) => row.reasonText ?? '—',
      slack: true,
      card: 'hidden',
    },
    {
      key: 'amount',
      label: t('金额', 'Amount'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.amount} to={whyAddress(row.decisionId)} />,
    },
    {
      key: 'status',
      label: t('款项', 'Money'),
      cell: (row) => <StateMark {...lineMark(row.status)} />,
      card: 'state',
    },
    {
      key: 'card',
      label: t('更正账户', 'Corrected card'),
      cell: (row) =>
        row.status === 'reissued' ? say(t('已补发', 'issued again')) : <CardCell line={row} onFix={onFix} />,
    },
  ]
}

function CardCell({ line, onFix }: { line: BatchLine; onFix: (line: BatchLine) => void }) {
  const say = useText()
  const may = useMay()
  const approve = useAct('batch.approveCard')
  const { corrected } = line
  if (corrected?.approvedName)
    return (
      <StateMark
        mark="done"
        word={t(
          `${corrected.byName}更正，${corrected.approvedName}复核`,
          `by ${corrected.byName}, approved by ${corrected.approvedName}`,
        )}
      />
    )
  if (!corrected && !may('batch.correctCard'))
    return <StateMark mark="open" word={t('待业务经办更正', 'to be corrected by the officer')} />
  return (
    <span className="ledger-way">
      {corrected && (
        <span>{say(t(`${corrected.byName}已更正，待复核`, `corrected by ${corrected.byName}`))}</span>
      )}
      {corrected && may('batch.approveCard') && (
        <Button size="small" loading={approve.isPending} onClick={() => approve.mutate({ lineId: line.id })}>
          {say(t('复核账户', 'Approve'))}
        </Button>
      )}
      {may('batch.correctCard') && (
        <Button size="small" onClick={() => onFix(line)}>
          {say(t('更正账户', 'Correct'))}
        </Button>
      )}
      {approve.error && <ProblemNote problem={approve.error} />}
    </span>
  )
}

function CardForm({ line, onDone }: { line: BatchLine; onDone: () => void }) {
  const say = useText()
  const [draft, setDraft] = useState({ cardName: line.cardName, card: '', bank: line.bank })
  const correct = useAct('batch.correctCard', { onDone })
  const whole = /^\d{8,30}$/.test(draft.card) && draft.cardName.trim() !== ''
  return (
    <Sheet
      title={t(`更正 ${line.name} 的收款账户`, `Correct the card of ${line.name}`)}
      footer={
        <ActLine
          word={t('更正账户，送复核', 'Correct and send')}
          consequence={t(
            '由另一人对照证件和卡复核；款退回后才能补发。',
            'Another person approves it against document and card.',
          )}
          onAct={() => correct.mutate({ lineId: line.id, ...draft })}
          busy={correct.isPending}
          problem={correct.error}
          reasons={
            whole
              ? []
              : [
                  {
                    key: 'card',
                    state: 'missing',
                    text: t('填写户名和账号（只填数字）。', 'Fill in name and card number (digits only).'),
                  },
                ]
          }
          others={<Button onClick={onDone}>{say(t('先不改', 'Not now'))}</Button>}
        />
      }
    >
      <div className="ledger-form">
        {(['cardName', 'card', 'bank'] as const).map((key) => (
          <label key={key} htmlFor={`card-${key}`}>
            {say(cardWords[key])}
            <Input
              id={`card-${key}`}
              value={draft[key]}
              onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </Sheet>
  )
}

const cardWords = {
  cardName: t('银行户名', 'Account name'),
  card: t('账号', 'Card number'),
  bank: t('开户行', 'Bank'),
}
