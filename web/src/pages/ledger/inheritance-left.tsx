// What is left of an account: credited, paid, inherited by the policy; and what was paid after the death.
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { isZero } from './fund-words.ts'
import type { View } from './inheritance-words.ts'

export function LeftSheet({ view }: { view: View }) {
  const say = useText()
  return (
    <Sheet title={t('还剩多少', 'What is left')} note={say(t('单位：元', 'in yuan'))}>
      <Facts
        facts={[
          { label: t('账户余额', 'Balance'), value: <MoneyText yuan={view.balance} strong /> },
          { label: t('本息合计', 'Principal and interest'), value: <MoneyText yuan={view.credited} /> },
          { label: t('已发待遇', 'Paid from it'), value: <MoneyText yuan={view.paid} /> },
          {
            label: t('可以继承', 'Inherited'),
            value:
              view.inherited === null ? (
                say(t(`还不能算：${view.why.zh}`, `not known: ${view.why.en}`))
              ) : (
                <MoneyText yuan={view.inherited} strong />
              ),
            source: <PageLink to={`/policy/${view.policy}`}>{say(t('看规则', 'The rule'))}</PageLink>,
          },
          ...(view.paidAfter.length > 0
            ? [{ label: t('去世后发', 'Paid after the death'), value: <PaidAfter view={view} /> }]
            : []),
        ]}
      />
    </Sheet>
  )
}

/** Month by month with its voucher; what is not yet recorded as owed is said. */
function PaidAfter({ view }: { view: View }) {
  const say = useText()
  return (
    <>
      {view.paidAfter.map((one) => (
        <span key={`${one.runId}`} className="inheritance-month">
          <PageLink to={`/voucher/${one.voucherId}`}>
            {`${one.period} ${say(one.label)} ${moneyText(one.amount)}`}
          </PageLink>
        </span>
      ))}
      {!isZero(view.toRecover) && (
        <span className="inheritance-recover">
          {say(
            t(
              `还有 ${moneyText(view.toRecover)} 元没有登记为应追回。由县人社局业务经办登记后，余额补足，再提出继承。`,
              `${moneyText(view.toRecover)} are not recorded as to be recovered yet; record them first.`,
            ),
          )}
        </span>
      )}
    </>
  )
}
