// On the page of a run that is an inheritance: the death, its papers, who gets what, for who approves it; and the way back for who proposed it.
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { CancelSheet } from './cancel-sheet.tsx'
import type { Run } from './fund-words.ts'

type Shown = Output<'inheritance.get'>
type Heir = Shown['heirs'][number]

export function InheritanceSheets({ run }: { run: Run }) {
  const say = useText()
  const read = useCall('inheritance.get', { runId: run.id })
  const { data } = read
  if (read.error) return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!data) return null
  const early = run.state === 'proposed' || run.state === 'proposing'
  return (
    <>
      <Sheet title={t('去世情况', 'The death')}>
        <Facts facts={factsOf(data, say)} />
      </Sheet>
      {data.heirs.length > 0 && (
        <Sheet title={t('继承人', 'Heirs')} note={say(t('单位：元', 'in yuan'))} flush>
          <DataTable
            label={t('继承人', 'Heirs')}
            columns={columns(say)}
            rows={data.heirs}
            rowKey={(row) => row.idNumber + row.card}
          />
        </Sheet>
      )}
      {data.mine && early ? <WithdrawSheet run={run} /> : <CancelSheet run={run} />}
    </>
  )
}

function factsOf(shown: Shown, say: ReturnType<typeof useText>) {
  const registered =
    shown.registeredOn === null
      ? t(
          '没有登记。去世次月起的养老金已停发，请业务经办核对后登记。',
          'Not registered: pensions after the month of death are held; register it.',
        )
      : t(`${shown.registeredOn} 去世`, `died ${shown.registeredOn}`)
  const lifted = shown.deathStands
    ? []
    : [
        {
          label: t('撤回时说明', 'Withdrawn'),
          value: say(t('去世不属实，养老金照发。', 'Nobody had died; payments go on.')),
        },
      ]
  return [
    {
      label: t('账户', 'Account'),
      value: <PageLink to={`/account/${shown.accountId}`}>{shown.name}</PageLink>,
    },
    { label: t('去世日期', 'Day of death'), value: shown.diedOn, source: say(shown.sourceLabel) },
    { label: t('知悉日期', 'Known on'), value: shown.knownOn },
    { label: t('人员册', 'Register'), value: say(registered) },
    { label: t('依据', 'Paper'), value: shown.document },
    ...(shown.heirs.length === 0
      ? [{ label: t('继承人', 'Heirs'), value: say(t('没有，余额转入统筹账户', 'none: to the pool')) }]
      : []),
    ...lifted,
  ]
}

function columns(say: ReturnType<typeof useText>): Column<Heir>[] {
  return [
    { key: 'name', label: t('姓名', 'Name'), cell: (row) => <b>{row.name}</b>, card: 'title' },
    { key: 'relation', label: t('与死者关系', 'Relation'), cell: (row) => row.relation },
    { key: 'share', label: t('份额', 'Share'), cell: (row) => shareWords(row.share, say), card: 'fact' },
    { key: 'id', label: t('证件号', 'Identity number'), cell: (row) => row.idNumber },
    {
      key: 'card',
      label: t('收款账户', 'Card'),
      cell: (row) => `${row.bank} ${row.card}`,
      slack: true,
      card: 'fact',
    },
    {
      key: 'amount',
      label: t('金额', 'Amount'),
      number: true,
      cell: (row) => <MoneyText yuan={row.amount} strong />,
      card: 'fact',
    },
  ]
}

function shareWords(share: string, say: ReturnType<typeof useText>): string {
  return share === '1' ? say(t('全部', 'all')) : share
}

/** Only who proposed it, only before approval. Whether somebody died at all is asked, for the pension hangs on it. */
function WithdrawSheet({ run }: { run: Run }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [stands, setStands] = useState(true)
  const withdraw = useAct('inheritance.withdraw')
  if (!open)
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {say(t('撤回我提出的继承', 'Withdraw my proposal'))}
        </button>
      </p>
    )
  return (
    <Sheet
      title={t('撤回', 'Withdraw')}
      footer={
        <ActLine
          word={t('撤回', 'Withdraw')}
          consequence={
            stands
              ? t('撤回后可以重新提出；养老金仍然停发。', 'It can be proposed anew; the pension stays held.')
              : t(
                  '撤回后养老金照发，停发的月份另行补办。',
                  'Payments go on; held months are paid separately.',
                )
          }
          final
          onAct={() => withdraw.mutate({ runId: run.id, reason, deathStands: stands })}
          busy={withdraw.isPending}
          problem={withdraw.error}
          reasons={
            reason.trim().length < 2
              ? [{ key: 'reason', state: 'missing', text: t('写明原因。', 'Give the reason.') }]
              : []
          }
        />
      }
    >
      <div className="inheritance-withdraw">
        <Radio.Group
          aria-label={say(t('去世是否属实', 'Whether the death stands'))}
          value={stands}
          onChange={(event) => setStands(event.target.value === true)}
          options={[
            { value: true, label: say(t('去世属实，只是材料要改', 'The death stands; the papers change')) },
            { value: false, label: say(t('去世不属实', 'Nobody died')) },
          ]}
        />
        <Input
          aria-label={say(t('原因', 'Reason'))}
          placeholder={say(t('原因，如：卡号有误', 'Reason'))}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Sheet>
  )
}
