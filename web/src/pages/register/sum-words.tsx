// 共 3,214 人；月工资合计 至少 16,402,300（57 人不详）. Unknown values are counted, never added as 0.
import type { RegisterMeta } from '../../app/meta.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { thousands } from '../../kinds/count.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { fieldNamed } from './use-register.ts'

type Total = { count: number; sums: readonly { field: string; sum: string | null; unknown: number }[] }

export function SumWords({
  register,
  total,
  capped,
}: {
  register: RegisterMeta
  total: Total | undefined
  capped: boolean
}) {
  const say = useText()
  if (!total) return capped ? say(t('10,000 以上，正在点数……', 'more than 10,000, counting…')) : null
  const count = t(
    `共 ${total.count.toLocaleString('en-US')} ${register.counter.zh}`,
    `${total.count.toLocaleString('en-US')} ${register.counter.en}`,
  )
  const sums = total.sums.flatMap((one) => sumText(register, one))
  return <>{[count, ...sums].map((text) => say(text)).join(say(t('；', '; ')))}</>
}

/** Nothing is said of a field that no row knows. */
function sumText(register: RegisterMeta, { field: name, sum, unknown }: Total['sums'][number]): Text[] {
  const field = fieldNamed(register, name)
  if (!field || sum === null) return []
  const figure = field.kind === 'money' ? moneyText(sum) : thousands(sum)
  const unit = field.kind === 'money' ? t('元', 'yuan') : (field.unit ?? t('', ''))
  if (unknown === 0)
    return [t(`${field.label.zh}合计 ${figure} ${unit.zh}`, `${field.label.en} ${figure} ${unit.en}`)]
  const missing = unknown.toLocaleString('en-US')
  return [
    t(
      `${field.label.zh}合计 至少 ${figure} ${unit.zh}（${missing} ${register.counter.zh}不详）`,
      `${field.label.en} at least ${figure} ${unit.en} (${missing} unknown)`,
    ),
  ]
}
