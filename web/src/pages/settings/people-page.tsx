// 人员与身份: every account with its roles as sentences. The systems administrator makes accounts, the security administrator grants.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { type Say, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AccountDrawer } from './account-drawer.tsx'
import { AccountState, isLocked } from './account-state.tsx'
import { type Account, HatSentence } from './hat-sentence.tsx'
import { NewAccount } from './new-account.tsx'
import { shortTime } from './time.ts'
import './settings.css'

export function Page() {
  const say = useText()
  const may = useMay()
  const [search, setSearch] = useState('')
  const [opened, open] = useAddressValue('account')
  const [making, setMaking] = useState(false)
  const { data, error, refetch } = useCall('account.list', { search })
  const account = data?.accounts.find((one) => String(one.id) === opened)
  return (
    <PageFrame
      title={t('人员与身份', 'People and roles')}
      sentence={data ? summary(data.accounts, say) : undefined}
      actions={
        may('account.create') && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {say(t('新建账号', 'New account'))}
          </Button>
        )
      }
    >
      <Sheet
        title={t('账号', 'Accounts')}
        note={say(
          t(
            '建账号归系统管理员，授身份归安全管理员，两人不能是同一人',
            'Accounts: systems administrator. Roles: security administrator. Never the same person',
          ),
        )}
        actions={
          <Input.Search
            allowClear
            placeholder={say(t('账号、姓名、单位', 'Account, name, office'))}
            onSearch={setSearch}
            aria-label={say(t('找账号', 'Find an account'))}
            style={{ width: 220 }}
          />
        }
        flush
      >
        <DataTable
          label={t('账号', 'Accounts')}
          columns={columns(say)}
          rows={data?.accounts}
          rowKey={(row) => row.id}
          onOpen={(row) => open(String(row.id))}
          problem={error}
          onRetry={() => void refetch()}
          empty={
            <EmptyNote
              text={t(
                `没有找到“${search}”。可以只输一个字再找。`,
                `Nothing found for "${search}". Try a single character.`,
              )}
            />
          }
        />
      </Sheet>
      {account && <AccountDrawer account={account} onClose={() => open(undefined)} />}
      <NewAccount open={making} onClose={() => setMaking(false)} onMade={(id) => open(String(id))} />
    </PageFrame>
  )
}

function columns(say: Say): Column<Account>[] {
  return [
    { key: 'name', label: t('姓名', 'Name'), width: 90, cell: (row) => row.name, card: 'title' },
    { key: 'login', label: t('账号', 'Account'), width: 120, cell: (row) => row.login, card: 'fact' },
    { key: 'office', label: t('单位', 'Office'), width: 170, cell: (row) => row.office, minor: true },
    {
      key: 'hats',
      label: t('身份', 'Roles'),
      slack: true,
      cell: (row) => <Hats account={row} />,
      card: 'fact',
    },
    {
      key: 'state',
      label: t('状态', 'State'),
      width: 110,
      cell: (row) => <AccountState account={row} />,
      card: 'state',
    },
    {
      key: 'last',
      label: t('上次登录', 'Last sign-in'),
      width: 130,
      cell: (row) => (row.lastLoginAt ? shortTime(row.lastLoginAt) : say(t('还没有', 'never'))),
      minor: true,
    },
  ]
}

function Hats({ account }: { account: Account }) {
  const say = useText()
  if (account.hats.length === 0)
    return (
      <span className="note">
        {say(t('还没有身份，登录后不能办事', 'No role yet: may sign in but do nothing'))}
      </span>
    )
  return account.hats.map((hat) => (
    <div key={hat.id}>
      <HatSentence hat={hat} />
    </div>
  ))
}

function summary(accounts: readonly Account[], say: Say): string {
  const off = accounts.filter((one) => one.state === 'off').length
  const locked = accounts.filter(isLocked).length
  const bare = accounts.filter((one) => one.hats.length === 0 && one.state === 'active').length
  const zh = [
    `共 ${accounts.length} 个账号`,
    off && `${off} 个已停用`,
    locked && `${locked} 个已锁定`,
    bare && `${bare} 个还没有身份`,
  ]
  const en = [
    `${accounts.length} accounts`,
    off && `${off} off`,
    locked && `${locked} locked`,
    bare && `${bare} without a role`,
  ]
  return say(t(`${zh.filter(Boolean).join('，')}。`, `${en.filter(Boolean).join(', ')}.`))
}
