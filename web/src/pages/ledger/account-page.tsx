// The statement of one account: every entry, the balance after it, why, and from which voucher.

import type { Output } from '../../api.ts'
import { useCall } from '../../api.ts'
import { PageLink, useGo, usePathValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { entryAddress } from './fund-words.ts'
import { InheritanceOfAccount, InheritButton } from './inheritance-past.tsx'
import { lineColumns } from './statement-columns.tsx'

type Statement = Output<'ledger.statement'>

export function Page() {
  const id = Number(usePathValue('id'))
  const pages = usePages<number>()
  const read = useCall('ledger.statement', { accountId: id, after: pages.after, limit: 100 })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return <AccountPage data={read.data} pager={pages.pager(read.data.next)} />
}

function AccountPage({
  data,
  pager,
}: {
  data: Statement
  pager: { onBack?: () => void; onNext?: () => void }
}) {
  const say = useText()
  const go = useGo()
  const areaName = useAreaName()
  const { account } = data
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: t('账户', 'Accounts'), to: `/fund/${account.fund}?tab=accounts&kind=${account.kind}` },
      ]}
      title={account.label}
      aside={say(account.kindLabel)}
      sentence={say(
        t(
          `余额 ${moneyText(account.balance)} 元　${account.openedOn} 开户　${areaName(account.area)}`,
          `Balance ${moneyText(account.balance)} yuan, opened ${account.openedOn}, ${areaName(account.area)}`,
        ),
      )}
      actions={
        <>
          <PrintButtons page="account" of={account.fund} input={{ accountId: account.id }} />
          <InheritButton account={account} />
          {account.subject && account.kind === 'individual' && (
            <PageLink to={`/contrast/${account.subject.register}/${account.subject.id}`}>
              {say(t('重算对照', 'Paid and due'))}
            </PageLink>
          )}
          {account.subject && (
            <PageLink to={`/r/${account.subject.register}/${account.subject.id}`}>
              {say(t('看本人', 'The person'))}
            </PageLink>
          )}
        </>
      }
    >
      <Stack>
        <InheritanceOfAccount account={account} />
        <Sheet
          title={t('对账单', 'Statement')}
          note={say(
            t(
              `承前 ${moneyText(data.brought)}　单位：元`,
              `brought forward ${moneyText(data.brought)}, in yuan`,
            ),
          )}
          flush
        >
          <DataTable
            label={t('对账单', 'Statement')}
            columns={lineColumns(say, account.normal)}
            rows={data.lines}
            rowKey={(row) => row.entryId}
            onOpen={(row) => go(`/voucher/${row.voucherId}`)}
            onWhy={(row) => go(entryAddress(row.entryId))}
            empty={<EmptyNote text={t('还没有记账。', 'Nothing is posted yet.')} />}
            pager={pager}
          />
        </Sheet>
      </Stack>
    </PageFrame>
  )
}
