// What is missing, by its words: 缺 2 项：出生日期、性别；没有定：养老金月标准。
import { type Text, t } from '../../app/text.tsx'
import type { Assessment, PolicyMeta } from './policy-types.ts'

type Lacks = Pick<Assessment, 'missing' | 'missingParameters'>

export function lackWords({ missing, missingParameters }: Lacks, meta: PolicyMeta): Text | undefined {
  const facts = missing.map((path) => factWords(path, meta))
  const parameters = missingParameters.map(
    (key) => meta.parameters.find((one) => one.key === key)?.label ?? t(key, key),
  )
  const parts = [
    ...(facts.length > 0
      ? [t(`缺 ${facts.length} 项：${zh(facts)}`, `${facts.length} missing: ${en(facts)}`)]
      : []),
    ...(parameters.length > 0
      ? [t(`县里没有定：${zh(parameters)}`, `the county has not set: ${en(parameters)}`)]
      : []),
  ]
  return parts.length === 0
    ? undefined
    : t(`${parts.map((p) => p.zh).join('；')}。`, `${parts.map((p) => p.en).join('; ')}.`)
}

/** `jobs[0].until` → 就业经历第 1 条的离职日. */
export function factWords(path: string, meta: PolicyMeta): Text {
  const [, name = path, at, field] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? []
  const fact = meta.facts.find((one) => one.name === name)
  const own = fact?.label ?? t(path, path)
  const inner = fact?.fields?.find((one) => one.name === field)?.label
  if (at === undefined || !inner) return own
  const place = Number(at) + 1
  return t(`${own.zh}第 ${place} 条的${inner.zh}`, `${inner.en} of no. ${place} in ${own.en}`)
}

const zh = (texts: readonly Text[]) => texts.map((one) => one.zh).join('、')
const en = (texts: readonly Text[]) => texts.map((one) => one.en).join(', ')
