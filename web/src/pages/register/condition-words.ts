// Conditions as an office says them: 户口 是 农业; 所在户（帮扶类别 是 脱贫户）; 没有人员（与户主关系 是 户主）.
import type { RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Condition, isBare, operatorWord, type PlainCondition, valueWord } from './condition.ts'
import { fieldNamed } from './use-register.ts'

type Saying = {
  say: (text: Text | string) => string
  areaName: (code: string) => string
  registers: readonly RegisterMeta[]
}

/** `title`: the name of the row that a condition on a reference points to. */
export function useConditionWords(register: RegisterMeta): (condition: Condition, title?: string) => string {
  const say = useText()
  const areaName = useAreaName()
  const { meta } = useSession()
  const saying = { say, areaName, registers: meta.registers }
  return (condition, title) => wordsOf(saying, register, condition, title)
}

function wordsOf(saying: Saying, register: RegisterMeta, one: Condition, title?: string): string {
  const { say, registers } = saying
  if ('op' in one) return plainWords(saying, register, one, title)
  if ('any' in one) {
    const groups = one.any.map((group) =>
      group.length > 1 ? inBrackets(saying, register, group) : allWords(saying, register, group),
    )
    return groups.join(say(t(' 或 ', ' or ')))
  }
  if ('not' in one) return notWords(saying, register, one.not)
  const name = 'some' in one ? one.some : fieldNamed(register, one.field)?.register
  const other = registers.find((found) => found.name === name)
  const head =
    'some' in one ? t(`有${other?.label.zh}`, `has ${other?.label.en}`) : headOf(register, one.field)
  if (!other) return say(head)
  return `${say(head)}${inBrackets(saying, other, one.where)}`
}

function headOf(register: RegisterMeta, name: string): Text {
  return fieldNamed(register, name)?.label ?? t(name, name)
}

/** 没有人员（…）, else 不是（…）. */
function notWords(saying: Saying, register: RegisterMeta, group: readonly Condition[]): string {
  const [one] = group
  if (one && group.length === 1 && 'some' in one) {
    const other = saying.registers.find(({ name }) => name === one.some)
    if (other)
      return `${saying.say(t(`没有${other.label.zh}`, `has no ${other.label.en}`))}${inBrackets(saying, other, one.where)}`
  }
  return `${saying.say(t('不是', 'not'))}${inBrackets(saying, register, group)}`
}

function inBrackets(saying: Saying, register: RegisterMeta, group: readonly Condition[]): string {
  if (group.length === 0) return ''
  const words = allWords(saying, register, group)
  return saying.say(t(`（${words}）`, ` (${words})`))
}

/** What is one of several stands in brackets among others. */
function allWords(saying: Saying, register: RegisterMeta, group: readonly Condition[]): string {
  return group
    .map((one) =>
      'any' in one && group.length > 1 ? inBrackets(saying, register, [one]) : wordsOf(saying, register, one),
    )
    .join(saying.say(t('，', ', ')))
}

function plainWords(
  { say, areaName }: Saying,
  register: RegisterMeta,
  { field: name, op, value }: PlainCondition,
  title?: string,
): string {
  const field = fieldNamed(register, name)
  if (!field) return name
  const head = `${say(field.label)} ${say(operatorWord(op, field))}`
  return isBare(op) ? head : `${head} ${title ?? say(valueWord(field, value, areaName))}`
}
