// 例子: those that come out otherwise when the values hold on every day.
import { type Text, t, useText } from '../../../app/text.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import type { Policy } from '../policy-types.ts'
import { valueText } from '../value-text.ts'
import type { ExampleUnder } from './types.ts'

type Props = {
  policy: Policy
  failing: readonly ExampleUnder[]
}

export function ExamplesUnderSheet({ policy, failing }: Props) {
  const say = useText()
  const all = policy.examples.length
  const holding = all - failing.length
  return (
    <Sheet title={t('例子', 'Examples')} note={say(t(`${all} 个`, `${all}`))} flush>
      <ul className="policy-lines">
        {failing.map((example) => (
          <li key={example.at}>
            <p>
              <StateMark mark="refused" word={t('不再成立', 'no longer holds')} />{' '}
              <b>{say(nameOf(example))}</b>
            </p>
            {example.differences.map(({ what, expected, found }) => (
              <p key={what} className="field-problem">
                {say(whatWords(policy, what, expected, found))}
              </p>
            ))}
          </li>
        ))}
        <li>
          <StateMark
            mark="done"
            word={
              failing.length === 0
                ? t(`${all} 个都成立`, `all ${all} hold`)
                : t(`其余 ${holding} 个都成立`, `the other ${holding} hold`)
            }
          />
          {failing.length > 0 && <p className="note">{say(untilWhen)}</p>}
        </li>
      </ul>
    </Sheet>
  )
}

const untilWhen = t(
  '试算时不论哪一天都按新值。存为方案时只看施行以后的：请照文件写明应得多少，全部相符才能送批。',
  'A trial holds on every day. In a plan only those after its day change: state what the document gives, and all must agree.',
)

function nameOf({ at, rule, title }: ExampleUnder): Text {
  return t(`${at + 1}. ${rule} ${title?.zh ?? ''}`, `${at + 1}. ${rule} ${title?.en ?? ''}`)
}

/** 应 30,200.00 元，现算 28,200.00 元 */
function whatWords(policy: Policy, what: string, expected: unknown, found: unknown): Text {
  const result = policy.meta.results.find(({ name }) => name === what)
  const [is, was] = [found, expected].map((value) =>
    result ? valueText(value, result) : t(String(value), String(value)),
  ) as [Text, Text]
  const label = result?.label ?? t(what, what)
  return t(`${label.zh}：应 ${was.zh}，现算 ${is.zh}`, `${label.en}: ${was.en} expected, ${is.en} now`)
}
