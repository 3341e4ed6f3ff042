// 账户 on the pages of records: the accounts of a person, and the last movements of each.
import type { Output } from '../../api.ts'
import { useCall } from '../../api.ts'
import { PageLink, useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { PanelProps, RecordPanel } from '../register/panels.ts'
import { isItem, type Subject, useSubjects } from '../register/subjects.ts'
import { entryAddress } from './fund-words.ts'
import { lineColumns } from './statement-columns.tsx'

type Account = Output<'fund.accounts'>['accounts'][number]

/** The rest stands on the account's own page. */
const shownLines = 4

function useAccounts(of: Subject) {
  const subjects = useSubjects(of)
  const about = subjects ?? [of]
  return useCall('fund.accounts', { about, limit: 20 }, { enabled: subjects !== undefined })
}

function useCount(of: Subject): number | undefined {
  return useAccounts(of).data?.accounts.length
}

function AccountsPanel({ register, id }: PanelProps) {
  const read = useAccounts({ register, id })
  if (read.error) return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (read.data?.accounts.length === 0)
    return (
      <Sheet title={t('账户', 'Accounts')}>
        <EmptyNote text={t('还没有开户。', 'No account so far.')} />
      </Sheet>
    )
  return read.data?.accounts.map((account) => <AccountSheet key={account.id} account={account} />)
}

function AccountSheet({ account }: { account: Account }) {
  const say = useText()
  const go = useGo()
  const read = useCall('ledger.statement', { accountId: account.id, latest: true, limit: shownLines })
  const data = read.data
  return (
    <Sheet
      title={data?.account.kindLabel ?? t('账户', 'Account')}
      note={say(
        t(
          `余额 ${moneyText(account.balance)} 元　${account.openedOn} 开户`,
          `balance ${moneyText(account.balance)} yuan, opened ${account.openedOn}`,
        ),
      )}
      actions={
        <>
          {data && <PrintButtons page="account" of={data.account.fund} input={{ accountId: account.id }} />}
          <PageLink to={`/account/${account.id}`}>{say(t('全部流水', 'All movements'))}</PageLink>
        </>
      }
      flush
    >
      <DataTable
        label={t('最近的流水', 'Last movements')}
        columns={lineColumns(say, data?.account.normal ?? 'C')}
        rows={data && [...data.lines].reverse()}
        rowKey={(row) => row.entryId}
        onOpen={(row) => go(`/voucher/${row.voucherId}`)}
        onWhy={(row) => go(entryAddress(row.entryId))}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('还没有记账。', 'Nothing is posted yet.')} />}
      />
    </Sheet>
  )
}

const accounts: RecordPanel = {
  liesOn: isItem,
  key: 'accounts',
  label: t('账户', 'Accounts'),
  order: 30,
  verb: 'ledger.read',
  useCount,
  Panel: AccountsPanel,
}

export const panels: RecordPanel[] = [accounts]
