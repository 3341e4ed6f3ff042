// The rules with what each found; what rounding explains stands apart and is no fault.
import type { Output } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Glyph } from '../../parts/state-mark.tsx'

type Tally = Output<'verify.tally'>['tallies'][number]
type Props = {
  tallies: readonly Tally[]
  value: string | undefined
  onChange: (check: string | undefined) => void
}

export function RuleSheet({ tallies, value, onChange }: Props) {
  const say = useText()
  if (tallies.length === 0) return null
  return (
    <Sheet title={t('规则', 'Rules')} flush>
      <ul className="verify-rules">
        {[...tallies]
          .sort((a, b) => Number(b.fault) - Number(a.fault))
          .map(({ check, label, verdict, verdictText, fault, count, people, amount }) => (
            <li key={`${check}:${verdict}`}>
              <button
                type="button"
                aria-pressed={value === check}
                onClick={() => onChange(value === check ? undefined : check)}
              >
                <Glyph mark={fault ? 'doubt' : 'same'} />
                <span className="verify-rule">{say(label)}</span>
                <span className="note">{say(verdictText)}</span>
                <span className="number">
                  {people > 0 &&
                    say(t(`${people.toLocaleString('en-US')} 人次`, people.toLocaleString('en-US')))}
                </span>
                <span className="number">{amount === '0.00' ? '' : moneyText(amount)}</span>
                <b className="number">{count.toLocaleString('en-US')}</b>
              </button>
            </li>
          ))}
      </ul>
    </Sheet>
  )
}
