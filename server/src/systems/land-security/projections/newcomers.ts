/** New projects of the years to come: so many people a year, of the ages and sexes of those listed so far; amounts by the policy (LS-03 to LS-10). */
import { type Day, day, type Fen, fen, mulDivRound, parseYuan, type Text, zeroFen } from '#kernel'
import type { ParameterBook, Policy } from '#policy'
import { PERSON } from './model.ts'
import type { Group } from './people.ts'
import { asking } from './rulebook.ts'

/** How many people of an age at the taking were on the lists so far. */
export type Profile = { readonly sex: 'male' | 'female'; readonly age: number; readonly count: number }

export type Joining = { readonly groups: readonly Group[]; readonly pooled: Fen; readonly reserve: Fen }

export type Newcomers = {
  readonly mix: readonly Profile[]
  /** Persons on the lists of one year. */
  readonly persons: number
  readonly base: string
  readonly protection: { readonly policy: Policy; readonly book: ParameterBook }
}

/** Who joins at the beginning of a year, and what is put into pool and reserve for them. Undefined: the policy cannot say. */
export function joinersOf({ mix, persons, base, protection }: Newcomers, year: number): Joining | undefined {
  const total = mix.reduce((sum, { count }) => sum + count, 0)
  if (total === 0 || persons === 0) return { groups: [], pooled: zeroFen, reserve: zeroFen }
  const takenOn = day(`${year}-01-01`)
  const born = mix.map(({ age }) => day(`${year - age}-01-01`))
  const cells = {
    sex: mix.map(({ sex }) => sex),
    birthDate: born,
    takenOn: mix.map(() => takenOn),
    base: mix.map(() => base),
  }
  const told = asking(protection, { cells, count: mix.length })()
  const joined: Joined[] = []
  for (const [i, { sex, count }] of mix.entries()) {
    const one = sharesAt((result) => told.wire(result, i))
    if (one === undefined) return undefined
    if (one === 'none') continue // (c) has no account (LS-06)
    const alive = mulDivRound(persons * PERSON, count, total, 'half-up')
    const of = (amount: Fen) => mulDivRound(amount, alive, PERSON, 'half-up')
    const who = { sex, born: born[i] as Day, category: one.category }
    joined.push({
      group: { who, alive, balance: of(one.account) },
      pooled: of(one.pooled),
      reserve: of(one.reserve),
    })
  }
  return together(joined)
}

type Joined = { group: Group; pooled: Fen; reserve: Fen }

function together(joined: readonly Joined[]): Joining {
  const sum = (of: (one: Joined) => Fen) => joined.reduce((all, one) => fen(all + of(one)), zeroFen)
  return {
    groups: joined.flatMap(({ group }) => (group.alive > 0 ? [group] : [])),
    pooled: sum(({ pooled }) => pooled),
    reserve: sum(({ reserve }) => reserve),
  }
}

type Shares = { category: string; account: Fen; pooled: Fen; reserve: Fen }

function sharesAt(wire: (result: string) => unknown): Shares | 'none' | undefined {
  const category = wire('category')
  if (typeof category !== 'string') return undefined
  const amounts = ['individualAccount', 'pooled', 'reserve'].map(wire)
  if (amounts.every((one) => typeof one === 'object' && one !== null)) return 'none'
  if (!amounts.every((one) => typeof one === 'string')) return undefined
  const [account, pooled, reserve] = (amounts as string[]).map(parseYuan) as [Fen, Fen, Fen]
  return { category, account, pooled, reserve }
}

/** Words for what a mix is of. */
export function mixWords(mix: readonly Profile[]): Text {
  const total = mix.reduce((sum, { count }) => sum + count, 0)
  return {
    zh: `按名单上已有的 ${total} 人征地时的年龄和性别`,
    en: `ages and sexes of the ${total} persons listed so far`,
  }
}
