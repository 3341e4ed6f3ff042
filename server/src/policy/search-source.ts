/** Policies in the search box, by name, source or parameter; and what `policy:…/key` is called. */
import { citationName, t } from '#kernel'
import type { SearchSource } from '#platform'
import type { Policy } from './define.ts'
import { policyMeta } from './meta.ts'

export function policySearches(policies: readonly Policy[]): readonly SearchSource[] {
  const all = policyMeta(policies)
  return [
    {
      find: async (_, { text, limit }) => {
        const hits = all
          .filter((one) => wordsOf(one).some((words) => words.toLowerCase().includes(text.toLowerCase())))
          .slice(0, limit)
          .map(({ id, label, source }) => ({
            title: label,
            note: citationName(source),
            to: `/policy/${id}`,
          }))
        return [{ label: t('政策', 'Policies'), hits }]
      },
      named: async (_, asked) => new Map(asked.flatMap((one) => namedPolicy(all, one))),
    },
  ]
}

type Meta = ReturnType<typeof policyMeta>[number]

function wordsOf({ label, source, parameters }: Meta): string[] {
  const named = parameters.flatMap((one) => [one.label.zh, one.label.en])
  const { zh, en } = citationName(source)
  return [label.zh, label.en, source.source, zh, en, ...named]
}

function namedPolicy(all: readonly Meta[], { kind, id }: { kind: string; id: string }) {
  const [name, key] = id.split('/')
  const policy = kind === 'policy' ? all.find((one) => one.id === name) : undefined
  if (!policy) return []
  const parameter = policy.parameters.find((one) => one.key === key)?.label
  const title = parameter
    ? t(`${policy.label.zh}：${parameter.zh}`, `${policy.label.en}: ${parameter.en}`)
    : policy.label
  return [[`policy:${id}`, { title, to: `/policy/${policy.id}` }] as const]
}
