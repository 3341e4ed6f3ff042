/** How each kind of form field reads what was written into it. One row a kind; nothing else asks for the kind. */
import type { Text } from '#kernel'
import { formatYuan, isDay, parseYuan, t, yuanText } from '#kernel'
import type { FormField, FormValue } from './form.ts'

export type FieldKind = 'text' | 'note' | 'count' | 'money' | 'day' | 'boolean' | 'choice' | 'file'

type Read = { value: FormValue } | { text: Text }

const LONGEST_TEXT = 200
const LONGEST_NOTE = 4000

const readers: Record<FieldKind, (one: FormField, raw: unknown) => Read> = {
  text: (one, raw) => words(one, raw, LONGEST_TEXT),
  note: (one, raw) => words(one, raw, LONGEST_NOTE),
  count: readCount,
  money: readMoney,
  day: (one, raw) =>
    typeof raw === 'string' && isDay(raw)
      ? { value: raw }
      : wrong(one, t('请写成 2025-09-15 这样的日期', 'write a day as 2025-09-15')),
  boolean: (one, raw) =>
    typeof raw === 'boolean' ? { value: raw } : wrong(one, t('请选“是”或“否”', 'choose yes or no')),
  choice: (one, raw) =>
    typeof raw === 'string' && one.options && Object.hasOwn(one.options, raw)
      ? { value: raw }
      : wrong(one, t('请从列出的几项里选', 'choose one of the options')),
  file: (one, raw) =>
    typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0
      ? { value: raw }
      : wrong(one, t('请先传上文件', 'upload the file first')),
}

export const fieldKinds = Object.keys(readers) as readonly FieldKind[]

/** Reads one value that is present. */
export function parseKind(one: FormField, raw: unknown): Read {
  return readers[one.kind](one, raw)
}

function words(one: FormField, raw: unknown, longest: number): Read {
  if (typeof raw !== 'string') return wrong(one, t('请写文字', 'write text'))
  const value = raw.trim()
  if (value === '') return wrong(one, t('还没有填', 'is not filled in'))
  if (value.length <= longest) return { value }
  return wrong(
    one,
    t(
      `最多 ${longest} 字，现在 ${value.length} 字`,
      `at most ${longest} characters, there are ${value.length}`,
    ),
  )
}

function readCount(one: FormField, raw: unknown): Read {
  const least = one.least ?? 0
  if (typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= least) return { value: raw }
  return wrong(one, t(`请填不小于 ${least} 的整数`, `fill in a whole number of at least ${least}`))
}

/** Money is kept as the wire writes it (yuan text), so that a stored form reads the same everywhere. */
function readMoney(one: FormField, raw: unknown): Read {
  if (typeof raw !== 'string') return wrong(one, t('请写成元，如 15000.00', 'write yuan, as 15000.00'))
  try {
    const amount = parseYuan(raw)
    if (amount >= 0) return { value: yuanText(amount) }
    return wrong(one, t(`${formatYuan(amount)} 小于零`, `${formatYuan(amount)} is below zero`))
  } catch {
    return wrong(one, t('请写成元，如 15000.00', 'write yuan, as 15000.00'))
  }
}

function wrong(one: FormField, remedy: Text): Read {
  return { text: t(`“${one.label.zh}”：${remedy.zh}。`, `"${one.label.en}": ${remedy.en}.`) }
}
