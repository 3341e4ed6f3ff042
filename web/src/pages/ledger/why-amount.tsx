// An amount that opens its reason.
import { PageLink } from '../../app/link.tsx'
import { MoneyText } from '../../parts/money-text.tsx'

type WhyAmountProps = {
  yuan: string
  /** Where the reason stands; an amount without one is only said. */
  to: string | undefined
  quietZero?: boolean
}

/** `<WhyAmount yuan={line.amount} to={entryAddress(line.id)} />` */
export function WhyAmount({ yuan, to, quietZero }: WhyAmountProps) {
  const amount = <MoneyText yuan={yuan} quietZero={quietZero} />
  return to ? <PageLink to={to}>{amount}</PageLink> : amount
}
