/** 资金推算: how long the protection fund can pay, and what a parameter would change (LS-11 to LS-13, LS-18). */
import { citationName, citationQuote, type Text, t, yuanText } from '#kernel'
import { type ParameterBook, type PolicyRegistry, valueOn } from '#policy'
import { defineProjection, type Opened, type Projected, type Run, type Stated } from '#report'
import { joinersOf, type Newcomers } from './newcomers.ts'
import { Roll } from './people.ts'
import { lacking, type Ruled, rulesOver, yearsLeft } from './rules.ts'
import { checkShares } from './shares.ts'
import { LATELY, type Standing, standingOf } from './standing.ts'
import { stated } from './stated.ts'
import { type Inflow, walk } from './walk.ts'
import { lastDayOf, type ProjectedYear, yearsFrom } from './years.ts'

const ids = {
  protection: 'land-security.protection',
  pension: 'land-security.pension',
  interest: 'land-security.interest',
  inheritance: 'land-security.inheritance',
  mortality: 'land-security.mortality',
  plan: 'land-security.funding-plan',
} as const
const { protection, pension, interest, inheritance } = ids

export const solvency = defineProjection({
  id: 'land-security.solvency',
  label: t('征地社保资金推算', 'Projection of the land-taking protection fund'),
  system: 'land-security',
  can: 'policy.simulate',
  note: t(
    '按期望值逐年推算，不预测某一个人；假设变了，结果就变。只作参考，不入账，不生效。',
    'Expected values year by year, of nobody in particular; other assumptions give other results. Nothing is booked or in force.',
  ),
  assumptions: {
    actualReturn: {
      label: t('专户实际收益率', 'Return of the special account'),
      kind: 'percent',
      help: t('用于利率还没有定的年度', 'for years whose rate is not decided'),
    },
    depositRate: {
      label: t('一年期存款利率', 'One-year deposit rate'),
      kind: 'percent',
      help: t('用于利率还没有定的年度', 'for years whose rate is not decided'),
    },
    pensionGrowth: { label: t('养老金每年上调', 'Yearly rise of pensions'), kind: 'percent' },
    newPersons: { label: t('每年新征地人数', 'New persons a year'), kind: 'count' },
    base: { label: t('新项目人均保障标准', 'Amount per person of new projects'), kind: 'money' },
  },
  policies: Object.values(ids),
  levers: [
    { policy: pension, key: 'standard' },
    { policy: interest, key: 'floor' },
    { policy: protection, key: 'government' },
    { policy: protection, key: 'collective' },
    { policy: protection, key: 'reserve' },
  ],
  columns: {
    persons: { label: t('年初人数', 'Persons at the beginning'), kind: 'persons' },
    opening: { label: t('年初结余', 'Opening'), kind: 'money', room: 'paper' },
    inflow: { label: t('新项目转入', 'New projects'), kind: 'money', room: 'wide' },
    interest: { label: t('利息', 'Interest'), kind: 'money' },
    paid: { label: t('发放', 'Paid'), kind: 'money' },
    inherited: { label: t('继承', 'Inherited'), kind: 'money', room: 'wide' },
    closing: { label: t('年末结余', 'Closing'), kind: 'money' },
    individual: { label: t('其中个人账户', 'of it individual'), kind: 'money', room: 'paper' },
    pooled: { label: t('统筹账户', 'Pooled account'), kind: 'money' },
    reserve: { label: t('风险准备金', 'Risk reserve'), kind: 'money' },
    short: { label: t('缺口', 'Not covered'), kind: 'money' },
  },
  accounts: {
    pooled: t('统筹账户', 'Pooled account'),
    reserve: t('风险准备金', 'Risk reserve'),
  },
  chart: ['pooled', 'reserve'],
  open: async (ctx, { policy, source, books, on }): Promise<Opened> => {
    const policies = policy.policies
    const standing = await standingOf({ ctx, source, on, protection: ruled(policies, books, protection) })
    return {
      defaults: defaultsOf(standing, books),
      stated: [...stated(standing, on), ...mortalityWords(ruled(policies, books, ids.mortality), on)],
      run: (run) => runSolvency({ standing, policies, on }, run),
    }
  },
})

function ruled(policies: PolicyRegistry, books: Run['books'], id: string): Ruled {
  const book = books.get(id)
  if (!book) throw new Error(`${id} has no book`)
  return { policy: policies.get(id), book }
}

/** Rates: what was decided last. New projects: the mean of the last years. */
function defaultsOf({ listed }: Standing, books: Run['books']): Opened['defaults'] {
  const mean = Math.round(listed.lately / LATELY)
  return {
    actualReturn: lastDecided(books.get(interest), 'actualReturn'),
    depositRate: lastDecided(books.get(interest), 'depositRate'),
    pensionGrowth: { value: '0', from: t('不上调', 'no rise') },
    newPersons: {
      value: String(mean),
      from: t(
        `近 ${LATELY} 年征地项目名单 ${listed.lately} 人的年平均`,
        `yearly mean of the ${listed.lately} persons listed in ${LATELY} years`,
      ),
    },
    base: {
      value: listed.base === null ? (mean === 0 ? '0.00' : null) : yuanText(listed.base),
      from: t('已有项目人均标准的平均', 'mean of the projects so far'),
    },
  }
}

function lastDecided(book: ParameterBook | undefined, key: string): { value: string | null; from: Text } {
  const values = (book?.values ?? []).filter((one) => one.key === key && typeof one.value === 'string')
  const last = [...values].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  if (!last) return { value: null, from: t('还没有定过', 'never decided') }
  const { source } = last.citation
  const year = last.from.slice(0, 4)
  return {
    value: String(last.value),
    from: t(`沿用最近一次定的（${year} 年，${source}）`, `as decided last (${year}, ${source})`),
  }
}

/** The table says where it comes from, so that an assumption is never taken for a published one, and what it comes to. */
function mortalityWords({ policy, book }: Ruled, on: Given['on']): Stated[] {
  const found = valueOn(book, 'table', on)
  if (!found?.citation) return []
  const [name, says] = [citationName(found.citation), citationQuote(found.citation)]
  const [men, women] = (['male', 'female'] as const).map((sex) =>
    yearsLeft({ policy, book }, { sex, at: 60, on }),
  )
  const comesTo = t(
    `照此 60 岁男平均还有 ${men} 年，女 ${women} 年。要换表，在政策“${policy.label.zh}”提出。`,
    `A man of 60 has ${men} years on average, a woman ${women}. Propose another table under “${policy.label.en}”.`,
  )
  return [
    {
      label: t('死亡率', 'Mortality'),
      text: t(
        `${name.zh}${says ? `：${says.zh}` : ''}。${comesTo.zh}`,
        `${name.en}${says ? `: ${says.en}` : ''}. ${comesTo.en}`,
      ),
    },
  ]
}

/** The years over a standing; pure. */
type Given = { standing: Standing; policies: PolicyRegistry; on: Parameters<typeof yearsFrom>[0] }

export function runSolvency(
  { standing, policies, on }: Given,
  { years: count, assumptions, books }: Run,
): Projected {
  const years = yearsFrom(on, count)
  const of = (id: string) => ruled(policies, books, id)
  const say = (name: string) => assumptions[name] ?? '0'
  const [first] = years
  if (first) checkShares({ protection: of(protection), plan: of(ids.plan) }, lastDayOf(first))
  const roll = new Roll()
  const cohorts = roll.cohorts(standing.groups)
  const inflows = inflowsOf(roll, years, {
    mix: standing.listed.mix,
    persons: Number(say('newPersons')),
    base: say('base'),
    protection: of(protection),
  })
  const rules = {
    pension: of(pension),
    interest: of(interest),
    inheritance: of(inheritance),
    mortality: of(ids.mortality),
  }
  const guesses = {
    actualReturn: say('actualReturn'),
    depositRate: say('depositRate'),
    pensionGrowth: say('pensionGrowth'),
  }
  return walk({
    fund: { cohorts, pooled: standing.pooled, reserve: standing.reserve },
    years,
    rulesOf: rulesOver(rules, roll.whos, guesses),
    inflowOf: ({ year }) => inflows.get(year),
  })
}

/** By year; projects of this year are on the lists already. */
function inflowsOf(roll: Roll, years: readonly ProjectedYear[], newcomers: Newcomers): Map<number, Inflow> {
  const whole = years.filter(({ isWhole }) => isWhole)
  return new Map(
    whole.map(({ year }) => {
      const joining = joinersOf(newcomers, year)
      const { policy } = newcomers.protection
      if (!joining) throw lacking(policy, Object.keys(policy.parameters))
      const { groups, pooled, reserve } = joining
      return [year, { cohorts: roll.cohorts(groups), pooled, reserve }] as const
    }),
  )
}
