/** Words of the units that quantities carry. */
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'

const words: Readonly<Record<string, Text>> = {
  mu: t('亩', 'mu'),
  m2: t('平方米', 'm²'),
  jin: t('斤', 'jin'),
  kWh: t('千瓦时', 'kWh'),
  day: t('天', 'days'),
  person: t('人', 'persons'),
}

/** `2.36 亩`; a unit without words stands as it is written. */
export function unitText(amount: Text, unit: string): Text {
  const word = words[unit] ?? t(unit, unit)
  return t(`${amount.zh} ${word.zh}`, `${amount.en} ${word.en}`)
}
