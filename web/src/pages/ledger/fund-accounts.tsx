// 账户: the accounts of a fund; individual ones by project, found by name.
import { Input, Select } from 'antd'
import { useState } from 'react'
import { type Output, useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import type { Fund } from './fund-words.ts'
import { kindLabel } from './kind-label.ts'
import { WhyAmount } from './why-amount.tsx'

type Account = Output<'fund.accounts'>['accounts'][number]

export function AccountsTab({ fund }: { fund: Fund }) {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const [kind = 'individual', setKind] = useAddressValue('kind')
  const [project, setProject] = useAddressValue('project')
  const [label, setLabel] = useState('')
  const pages = usePages<number>()
  const context = fund.projects.find((one) => String(one.context.id) === project)?.context
  const read = useCall('fund.accounts', {
    fund: fund.id,
    kind,
    context,
    label,
    after: pages.after,
    limit: 50,
  })
  const total = fund.sums.find((sum) => sum.bookEntity === 'agency' && sum.kind === kind)
  return (
    <Sheet
      title={kindLabel(meta, kind)}
      note={total && say(t(`共 ${total.count} 户　单位：元`, `${total.count} accounts, in yuan`))}
      actions={
        <Filters
          fund={fund}
          filter={{ kind, project, label }}
          onKind={setKind}
          onProject={setProject}
          onLabel={setLabel}
          onChange={pages.restart}
        />
      }
      flush
    >
      <DataTable
        label={kindLabel(meta, kind)}
        columns={useAccountColumns(fund)}
        rows={read.data?.accounts}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/account/${row.id}`)}
        problem={read.error}
        onRetry={() => void read.refetch()}
        sum={
          total && !context && label === '' && !pages.after
            ? { balance: <MoneyText yuan={total.balance} /> }
            : undefined
        }
        empty={
          <EmptyNote
            text={t(
              '没有这样的账户。个人账户在案件开户时开。',
              'There is no such account. Individual accounts are opened by cases.',
            )}
          />
        }
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

type FiltersProps = {
  fund: Fund
  filter: { kind: string; project: string | undefined; label: string }
  onKind: (kind: string) => void
  onProject: (project: string | undefined) => void
  onLabel: (label: string) => void
  onChange: () => void
}

function Filters({ fund, filter, onKind, onProject, onLabel, onChange }: FiltersProps) {
  const say = useText()
  const { meta } = useSession()
  const kinds = [...new Set(fund.sums.filter((sum) => sum.bookEntity === 'agency').map((sum) => sum.kind))]
  return (
    <>
      <Select
        aria-label={say(t('账户种类', 'Kind'))}
        value={filter.kind}
        onChange={(next: string) => {
          onChange()
          onKind(next)
        }}
        options={kinds.map((one) => ({ value: one, label: say(kindLabel(meta, one)) }))}
        style={{ minWidth: 130 }}
      />
      <Select
        aria-label={say(t('征地项目', 'Project'))}
        allowClear
        placeholder={say(t('全部项目', 'All projects'))}
        value={filter.project}
        onChange={(next: string | undefined) => {
          onChange()
          onProject(next)
        }}
        options={fund.projects.map((one) => ({ value: String(one.context.id), label: one.title }))}
        style={{ minWidth: 160 }}
      />
      <Input
        aria-label={say(t('户名', 'Name'))}
        placeholder={say(t('户名', 'Name'))}
        allowClear
        value={filter.label}
        onChange={(event) => {
          onChange()
          onLabel(event.target.value)
        }}
        style={{ width: 130 }}
      />
    </>
  )
}

function useAccountColumns(fund: Fund): Column<Account>[] {
  const areaName = useAreaName()
  const project = (account: Account) =>
    fund.projects.find((one) => one.context.id === account.context?.id)?.title ?? '—'
  return [
    { key: 'label', label: t('户名', 'Name'), cell: (row) => <b>{row.label}</b>, card: 'title', slack: true },
    { key: 'area', label: t('地区', 'Area'), cell: (row) => areaName(row.area), minor: true },
    { key: 'project', label: t('征地项目', 'Project'), cell: project },
    { key: 'opened', label: t('开户日', 'Opened'), cell: (row) => row.openedOn, card: 'hidden' },
    {
      key: 'balance',
      label: t('余额', 'Balance'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.balance} to={`/account/${row.id}`} />,
    },
  ]
}
