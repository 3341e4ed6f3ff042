/** 项目合计: cost by kind, money by source, what is done, what is not assigned (DX-02, DX-04). */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { MoneyTerm, TermsOf } from '#policy'
import { applies, definePolicy, fact, largest, money, step, sumOf } from '#policy'
import { moneyBase, oneDecimal } from '../../shown.ts'
import { projectTotalsExamples } from './project-totals.examples.ts'
import { clause, since } from './sources-village.ts'
import { fundingSources, projectStates } from './words-village.ts'

const part = (source: keyof typeof fundingSources) => {
  const { zh, en } = fundingSources[source]
  return fact.money({ label: t(`${zh}出资（没有的填不适用）`, `From ${en} (not applicable where none)`) })
}

const row = {
  kind: fact.choice({
    label: t('类别', 'Kind'),
    options: { prescribed: t('规定动作', 'prescribed'), optional: t('自选动作', 'optional') },
  }),
  cost: fact.money({ label: t('工程造价（未列的填不适用）', 'Cost (not applicable where none is given)') }),
  province: part('province'),
  city: part('city'),
  district: part('district'),
  unit: part('unit'),
  village: part('village'),
  society: part('society'),
  status: fact.choice({ label: t('进度', 'Status'), options: projectStates }),
}

const facts = {
  projects: fact.list({ label: t('项目', 'Projects'), fields: row }),
  countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
}

type Row = TermsOf<typeof row>
type Facts = TermsOf<typeof facts>

export const projectTotals = definePolicy({
  id: 'assistance.project-totals',
  label: t('帮扶项目合计', 'Totals of assistance projects'),
  source: clause.projects,
  summary: {
    who: t('一个村的全部帮扶项目。', 'All assistance projects of one village.'),
    how: t(
      '造价按类别、出资按来源合计，未落实的单列。',
      'Cost by kind, money by source, what is not assigned apart.',
    ),
  },
  effective: { from: since },
  facts,
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => {
    const cost = total(f, 'cost', t('造价合计', 'Cost in all'), (one) => one.cost)
    const kinds = costsOf(f)
    const sources = sourcesOf(f)
    const open = total(f, 'open', t('未落实资金', 'Not assigned'), (one) =>
      largest(one.cost.minus(assignedTo(one)), money('0.00')),
    )
    const assigned = step(
      'assigned',
      t('已落实资金', 'Assigned'),
      sumOf(money('0.00'), ...Object.values(sources)),
      clause.projects,
    )
    const costless = f.projects.filter((one) => applies(one.cost).not()).count()
    const without = step('withoutCost', t('未列造价的项目数', 'Projects without a cost'), costless)
    return {
      cost,
      ...kinds,
      ...sources,
      assigned,
      open,
      withoutCost: without,
      ...sharesOf(cost, sources, open),
    }
  },
  examples: projectTotalsExamples,
})

function assignedTo(one: Row): MoneyTerm {
  return sumOf(one.province, one.city, one.district, one.unit, one.village, one.society)
}

function total(f: Facts, id: string, label: Text, value: (one: Row) => MoneyTerm): MoneyTerm {
  return step(id, label, f.projects.sum(value), clause.projects)
}

function costsOf(f: Facts) {
  const cost = (rows: Facts['projects']) => rows.sum((one) => one.cost)
  const ofKind = (kind: 'prescribed' | 'optional') => cost(f.projects.filter((one) => one.kind.is(kind)))
  const done = cost(f.projects.filter((one) => one.status.is('done')))
  const equipped = cost(f.projects.filter((one) => one.status.is('equipped')))
  const doneCost = step('doneCost', t('已完成项目造价', 'Cost of what is done'), done)
  return {
    prescribed: step('prescribed', t('规定动作造价', 'Cost of prescribed works'), ofKind('prescribed')),
    optional: step('optional', t('自选动作造价', 'Cost of optional works'), ofKind('optional')),
    doneCost,
    doneOrEquipped: step(
      'doneOrEquipped',
      t('已完成和设备到位的造价', 'Cost of what is done or equipped'),
      sumOf(doneCost, equipped),
    ),
  }
}

function sourcesOf(f: Facts) {
  return {
    province: total(f, 'province', t('省出资', 'From the province'), (one) => one.province),
    city: total(f, 'city', t('市出资', 'From the city'), (one) => one.city),
    district: total(f, 'district', t('区县出资', 'From the district'), (one) => one.district),
    unit: total(f, 'unit', t('帮扶单位出资', 'From the assistance unit'), (one) => one.unit),
    village: total(f, 'village', t('村自筹', 'From the village'), (one) => one.village),
    society: total(f, 'society', t('社会出资', 'From society'), (one) => one.society),
  }
}

function sharesOf(cost: MoneyTerm, sources: ReturnType<typeof sourcesOf>, open: MoneyTerm) {
  const base = moneyBase(cost)
  const share = (id: string, zh: string, en: string, amount: MoneyTerm) =>
    step(id, t(`${zh}占造价`, `Share of cost: ${en}`), oneDecimal(amount.shareOf(base)))
  return {
    provinceShare: share('provinceShare', '省', 'province', sources.province),
    cityShare: share('cityShare', '市', 'city', sources.city),
    districtShare: share('districtShare', '区县', 'district', sources.district),
    unitShare: share('unitShare', '帮扶单位', 'assistance unit', sources.unit),
    villageShare: share('villageShare', '村自筹', 'village', sources.village),
    societyShare: share('societyShare', '社会', 'society', sources.society),
    openShare: share('openShare', '未落实', 'not assigned', open),
  }
}
