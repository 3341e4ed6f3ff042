/** What stood in an account, in the wire form of the rule of interest, and where it comes from. */
import { t, yuanText } from '#kernel'
import type { Entry, InterestMethod, Span } from '#ledger'
import { interestMethods } from '#ledger'
import type { Evidence } from '#policy'

export function wireSpans(spans: readonly Span[]) {
  return spans.map(({ from, balance, units }) => ({ from, balance: yuanText(balance), units }))
}

export function factOrigins(
  { accountId, label }: Pick<Entry, 'accountId' | 'label'>,
  { method, rateDecision }: { method: InterestMethod; rateDecision: number },
): Evidence['origins'] {
  const by = interestMethods[method]
  return {
    spans: {
      label: t(`${label}个人账户的分录，按${by.zh}`, `entries of the account of ${label}, by ${by.en}`),
      register: 'account',
      id: String(accountId),
    },
    rate: {
      label: t(`${rateDecision} 号决定`, `decision ${rateDecision}`),
      register: 'decision',
      id: String(rateDecision),
    },
    creditedOn: { label: t('计息批量', 'the run of interest') },
  }
}
