/** A fund by hand, and the books of the policies with values of the test. */
import { day, type Fen, parseYuan, zeroFen } from '#kernel'
import { defaultBook, policies, trialBook } from '#policy'
import type { Projected } from '#report'
import { landSecurityPolicies } from '../policies/index.ts'
import type { Profile } from './newcomers.ts'
import type { Group, Who } from './people.ts'
import { runSolvency } from './solvency.ts'
import type { Standing } from './standing.ts'

export const registry = policies(landSecurityPolicies)
const ids = ['protection', 'pension', 'interest', 'inheritance', 'mortality', 'funding-plan'].map(
  (id) => `land-security.${id}`,
)

const ages = Array.from({ length: 106 }, (_, age) => String(age))
export const mortalityOf = (male: string, female: string) => ({
  table: ages.flatMap((age) => [
    { sex: 'male', age, value: male },
    { sex: 'female', age, value: female },
  ]),
})

export type Values = Record<string, Record<string, unknown>>

/** Books with these values in place of those of the files; keys are the names within the system. */
function booksOf(values: Values) {
  return new Map(
    ids.map((id) => {
      const policy = registry.get(id)
      const overrides = values[id.slice('land-security.'.length)] ?? {}
      return [id, trialBook(policy, defaultBook(policy), { overrides })]
    }),
  )
}

export type Fund = { groups: Group[]; pooled?: string; reserve?: string; mix?: Profile[] }

function standingOf({ groups, pooled = '0.00', reserve = '0.00', mix = [] }: Fund): Standing {
  const none = { count: 0, balance: zeroFen }
  return {
    groups,
    pooled: parseYuan(pooled),
    reserve: parseYuan(reserve),
    beside: zeroFen,
    accounts: groups.length,
    unknown: none,
    dead: none,
    listed: { mix, lately: 0, base: null },
  }
}

type Case = Fund & {
  on?: string
  years: number
  values: Values
  assumptions?: Record<string, string>
}

export function run({ on = '2025-12-31', years, values, assumptions, ...fund }: Case): Projected {
  const given = { standing: standingOf(fund), policies: registry, on: day(on) }
  const base = { actualReturn: '2', depositRate: '1.5', pensionGrowth: '0', newPersons: '0', base: '0.00' }
  return runSolvency(given, { years, assumptions: { ...base, ...assumptions }, books: booksOf(values) })
}

export const who = (sex: Who['sex'], born: string, category = 'above'): Who => ({
  sex,
  born: day(born),
  category,
})
export const yuan = (text: string): Fen => parseYuan(text)
export const pension = { standard: '240.00', dibao: '230.00' }
export const figuresOf = ({ rows }: Projected) => rows.map(({ figures }) => figures)
