// Beside the funding sheet: the vouchers of the project, and the accounts that came of it.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { type Fund, type Project, voucherName } from './fund-words.ts'

export function ProjectSide({ fund, project }: { fund: Fund; project: Project }) {
  const say = useText()
  const { data } = useCall('ledger.vouchers', { fund: fund.id, context: project.context, limit: 8 })
  return (
    <>
      <Sheet
        title={project.title}
        note={say(t('单位：元', 'in yuan'))}
        actions={
          <PrintButtons page="project" of={fund.id} input={{ fund: fund.id, context: project.context }} />
        }
      >
        <Facts
          facts={[
            {
              label: t('个人账户', 'Accounts'),
              value: say(t(`${project.accounts} 个`, `${project.accounts}`)),
            },
            {
              label: t('个人账户余额', 'Their balance'),
              value: <MoneyText yuan={project.individual} strong />,
            },
            {
              label: t('征地项目', 'Project'),
              value: (
                <PageLink to={`/r/${project.context.register}/${project.context.id}`}>
                  {say(t('打开名册', 'Open the register'))}
                </PageLink>
              ),
            },
            {
              label: t('账户清单', 'List'),
              value: (
                <PageLink to={`/fund/${fund.id}?tab=accounts&project=${project.context.id}`}>
                  {say(t('看个人账户', 'See the accounts'))}
                </PageLink>
              ),
            },
          ]}
        />
      </Sheet>
      <Sheet
        title={t('本项目的凭证', 'Vouchers of the project')}
        note={data && say(t(`最近 ${data.vouchers.length} 张`, `last ${data.vouchers.length}`))}
        flush
      >
        {!data && <WaitBars lines={4} />}
        {data?.vouchers.length === 0 && <EmptyNote text={t('还没有凭证。', 'No vouchers yet.')} />}
        <ul className="ledger-list">
          {data?.vouchers.map((voucher) => (
            <li key={voucher.id}>
              <PageLink to={`/voucher/${voucher.id}`}>{voucherName(voucher)}</PageLink>
              <span className="ledger-list-words">{say(voucher.text)}</span>
              <span className={voucher.reverses === null ? 'number' : 'number ledger-red'}>
                {moneyText(voucher.total)}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
