// 接下来要付的钱.
import type { Output } from '../../api-types.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import './desk.css'

export function PaymentSheet({ payments }: { payments: Output<'desk.read'>['payments'] }) {
  const say = useText()
  if (payments.length === 0) return null
  return (
    <Sheet
      title={t('接下来要付的钱', 'Payments ahead')}
      note={say(t('元', 'yuan'))}
      flush
      actions={<PageLink to="/batches">{say(t('发放批次', 'Batches'))}</PageLink>}
    >
      <ul className="desk-payments">
        {payments.map((payment) => (
          <li key={payment.key}>
            <p>
              <PageLink to={payment.to}>{say(payment.title)}</PageLink>
              <MoneyText yuan={payment.total} strong />
            </p>
            <p className="note">
              <span>{say(t(`${payment.count} 人`, `${payment.count} persons`))}</span>
              <StateMark mark={payment.mark} word={say(payment.state)} />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
