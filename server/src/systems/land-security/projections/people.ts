/** The people of a projection: who is alike, and in which cohort the accounts stand. */
import { type Day, day, type Fen, fen } from '#kernel'
import { type Cohort, PERSON } from './model.ts'

/** Alike for the rules: born in one month, of one sex and category. `fate` where the rules are not asked. */
export type Who = {
  readonly sex: 'male' | 'female'
  /** The first of the month of birth. */
  readonly born: Day
  readonly category: string
  /** dead: what is left goes out in the first year. unknown: the account stands as it is. */
  readonly fate?: 'dead' | 'unknown'
}

export type Group = { readonly who: Who; readonly alive: number; readonly balance: Fen }

const nobody = { sex: 'male', born: day('1900-01-01'), category: 'above' } as const
export const dead: Who = { ...nobody, fate: 'dead' }
export const unknown: Who = { ...nobody, fate: 'unknown' }

/** One person with an account. */
export function single(who: Who, balance: Fen): Group {
  return { who, alive: PERSON, balance }
}

/** Numbers the people, and puts those together who have equal balances: nothing is lost by it. */
export class Roll {
  readonly whos: Who[] = []
  readonly #numbers = new Map<string, number>()

  number(who: Who): number {
    const key = [who.fate ?? '', who.sex, who.born, who.category].join('|')
    const found = this.#numbers.get(key)
    if (found !== undefined) return found
    this.#numbers.set(key, this.whos.length)
    return this.whos.push(who) - 1
  }

  cohorts(groups: readonly Group[]): Cohort[] {
    const alike = Map.groupBy(groups, (one) => `${this.number(one.who)}|${one.alive}|${one.balance}`)
    return [...alike.values()].map((all) => {
      const { who, alive, balance } = all[0] as Group
      return { who: this.number(who), alive: alive * all.length, balance: fen(balance * all.length) }
    })
  }
}
