// Where the interest of a run comes from.

import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { isZero, type Run } from './fund-words.ts'
import { kindLabel } from './kind-label.ts'

/** OF-06: the interest is an allocation; what the bank did not pay has a name. */
export function InterestSheet({ run }: { run: Run }) {
  const say = useText()
  const { meta } = useSession()
  if (!run.interest) return null
  const { percent, sources, difference, short } = run.interest
  return (
    <Sheet title={t('利息从哪里出', 'Where the interest comes from')} note={say(t('单位：元', 'in yuan'))}>
      <Facts
        facts={[
          { label: t('记账利率', 'Rate'), value: `${percent}%` },
          ...sources.map((one) => ({
            key: one.kind,
            label: kindLabel(meta, one.kind),
            value: <MoneyText yuan={one.amount} />,
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
