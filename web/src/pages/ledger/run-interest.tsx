// Where the interest of a run comes from.

import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { isZero, type Run, voucherName, whyAddress } from './fund-words.ts'
import { kindLabel } from './kind-label.ts'
import { WhyAmount } from './why-amount.tsx'

/** OF-06: the interest is an allocation; what the bank did not pay has a name. */
export function InterestSheet({ run }: { run: Run }) {
  const say = useText()
  const { meta } = useSession()
  if (!run.interest) return null
  const { percent, decisionId, sources, difference, short } = run.interest
  const why = whyAddress(decisionId)
  return (
    <Sheet title={t('利息从哪里出', 'Where the interest comes from')} note={say(t('单位：元', 'in yuan'))}>
      <Facts
        facts={[
          {
            label: t('记账利率', 'Rate'),
            value: why ? <PageLink to={why}>{percent}%</PageLink> : `${percent}%`,
          },
          ...sources.map((one) => ({
            key: one.kind,
            label: kindLabel(meta, one.kind),
            value: <WhyAmount yuan={one.amount} to={`/fund/${run.fund}?tab=accounts&kind=${one.kind}`} />,
          })),
          {
            label: t('利差（银行利息不够的部分）', 'Not covered by bank interest'),
            value: <MoneyText yuan={difference} strong />,
          },
          ...(isZero(short)
            ? []
            : [
                {
                  label: t('没有来源', 'No source'),
                  value: (
                    <b className="ledger-red">
                      <MoneyText yuan={short} />
                    </b>
                  ),
                },
              ]),
        ]}
      />
    </Sheet>
  )
}

/** The vouchers of a run; each of their lines opens the reason of its amount. */
export function RunVouchers({ run }: { run: Run }) {
  const say = useText()
  const source = `run:${run.id}`
  const { data, error, refetch } = useCall(
    'ledger.vouchers',
    { source, limit: 200 },
    { enabled: run.postedCount > 0 },
  )
  if (run.postedCount === 0) return null
  return (
    <Sheet
      title={t('记账凭证', 'Vouchers')}
      note={say(t('打开凭证，每人的利息都有理由　单位：元', 'every line opens its reason; in yuan'))}
      flush
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <ul className="ledger-list">
        {data?.vouchers.map((voucher) => (
          <li key={voucher.id}>
            <PageLink to={`/voucher/${voucher.id}`}>{voucherName(voucher)}</PageLink>
            <span className="ledger-list-words">{say(voucher.text)}</span>
            <WhyAmount yuan={voucher.total} to={`/voucher/${voucher.id}`} />
          </li>
        ))}
      </ul>
      {data?.next && (
        <p className="note">
          {say(t('只列出最近 200 张，其余在凭证页看。', 'The last 200; the others stand with the vouchers.'))}
        </p>
      )}
    </Sheet>
  )
}
