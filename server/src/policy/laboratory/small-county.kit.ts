/** Four persons of two townships and one grant, with registers as far as the laboratory needs them. */
import { choose, fact, money, months, monthsBetween, onlyIf } from '#expression'
import { cite, t } from '#kernel'
import { dayOfDecision, defineBinding, from, inHousehold } from '../binding.ts'
import { definePolicy } from '../define.ts'
import { dated } from '../parameter.ts'
import type { FactSource } from '../port.ts'
import { openPolicyRoom } from '../room.ts'

const clause = cite('劳务办法', '第四部分（二）')
const since = '2020-01-01'

/** 400 in the county, 1,000 beyond the province, after three months of work. */
export const grant = definePolicy({
  id: 'test.grant',
  label: t('转移就业补助', 'Grant'),
  source: clause,
  effective: { from: since },
  facts: {
    near: fact.boolean({ label: t('县内', 'In the county') }),
    began: fact.day({ label: t('就业起始日', 'First day of work') }),
    claimed: fact.day({ label: t('申领日', 'Day of the claim') }),
  },
  parameters: {
    least: dated(months(3), { label: t('连续就业满', 'Months of work'), from: since, cite: clause }),
    inside: dated(money('400.00'), { label: t('县内标准', 'In the county'), from: since, cite: clause }),
    outside: dated(money('1000.00'), {
      label: t('省外标准', 'Beyond the province'),
      from: since,
      cite: clause,
    }),
  },
  on: (f) => f.claimed,
  decide: (f, p) => {
    const worked = monthsBetween(f.began, f.claimed).isAtLeast(p.least)
    const amount = choose().when(f.near, p.inside).otherwise(p.outside)
    return { worked, amount: onlyIf(worked, amount) }
  },
  examples: [
    {
      rule: 'LM-09',
      title: t('县内满三个月 400', '400 in the county'),
      given: { near: true, began: '2025-01-01', claimed: '2025-04-01' },
      expect: { result: { amount: '400.00' } },
    },
    {
      rule: 'LM-09',
      title: t('省外满三个月 1,000', '1,000 beyond the province'),
      given: { near: false, began: '2025-01-01', claimed: '2025-04-01' },
      expect: { result: { amount: '1000.00' } },
    },
  ],
})

export type Person = {
  area: string
  near: boolean | null
  began: string | null
  claimed: string
  /** The id of the household, as text. */
  household?: string
}
export const [stone, willow] = ['990101100', '990101101']

/** 石门镇: 400 now, and one who lacks a day; 柳溪镇: 1,000 now, and one whose place of work nobody knows. */
const known: Person[] = [
  { area: `${stone}201001`, near: true, began: '2025-01-01', claimed: '2025-04-01' },
  { area: `${willow}201001`, near: false, began: '2025-01-01', claimed: '2025-04-01' },
  { area: `${stone}201001`, near: false, began: '2025-01-01', claimed: '2025-03-31' },
  { area: `${willow}201002`, near: null, began: '2024-01-01', claimed: '2024-12-01' },
]
let people: readonly Person[] = known

/** Other people in their place; without any, the known ones again. */
export function settlePeople(some: readonly Person[] = known): void {
  people = some
}

/** The registers as far as this test needs them; `columns` as whole pages. */
export function sourceOf(withColumns: boolean): FactSource {
  const cell = (id: number, name: string) => people[id - 1]?.[name as keyof Person] ?? null
  const read: FactSource['read'] = async (_, { subject, facts }) => ({
    area: people[subject.id - 1]?.area ?? '',
    facts: Object.fromEntries(Object.keys(facts).map((name) => [name, cell(subject.id, name)])),
    origins: {},
  })
  const idsOf = ({ after, limit }: { after: number; limit: number }) =>
    people
      .map((_, i) => i + 1)
      .filter((id) => id > after)
      .slice(0, limit)
  const subjects: FactSource['subjects'] = async (_, __, page) => ({
    ids: idsOf(page),
    left: people.length - page.after,
  })
  const columns: FactSource['columns'] = async (_, { facts, ...page }) => {
    const ids = idsOf(page)
    return {
      ids,
      areas: ids.map((id) => people[id - 1]?.area ?? ''),
      facts: Object.fromEntries(Object.keys(facts).map((name) => [name, ids.map((id) => cell(id, name))])),
      lists: {},
      apart: [],
    }
  }
  return withColumns ? { read, subjects, columns } : { read, subjects }
}

const bindings = [
  defineBinding({
    policy: grant,
    subject: 'person',
    facts: { near: from('near'), began: from('began'), claimed: from('claimed') },
  }),
]
export const onTheDay = defineBinding({
  policy: grant,
  subject: 'person',
  facts: { near: from('near'), began: from('began'), claimed: dayOfDecision() },
})
export const roomOf = (withColumns: boolean) =>
  openPolicyRoom({ policies: [grant], bindings, source: sourceOf(withColumns) })
/** The same with a way to households. */
export const roomWithHomes = (withColumns: boolean) =>
  openPolicyRoom({
    policies: [grant],
    bindings: bindings.map((one) => inHousehold(one, { register: 'household', path: 'household' })),
    source: sourceOf(withColumns),
  })
