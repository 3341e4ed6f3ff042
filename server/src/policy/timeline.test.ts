import { describe, expect, it } from 'vitest'
import { cite, t } from '#kernel'
import { dated, definePolicy, fact, money, required } from './index.ts'
import { timelineOf } from './timeline.ts'

const clause = cite('办法', '第一条')
const policy = definePolicy({
  id: 'test.timeline',
  label: t('试', 'Trial'),
  source: clause,
  effective: { from: '2019-01-01' },
  facts: { on: fact.day({ label: t('日', 'Day') }) },
  parameters: {
    standard: dated(money('220.00'), {
      label: t('标准', 'Standard'),
      from: '2019-01-01',
      cite: clause,
    }).later(money('260.00'), { from: '2026-01-01', cite: clause }),
    open: required(fact.money({ label: t('未定', 'Open') })),
  },
  on: (f) => f.on,
  decide: (_, p) => ({ standard: p.standard }),
  examples: [],
})
const county = (value: string | null, from: string, until: string | null = null) => ({
  key: 'standard',
  value,
  from,
  until,
  citation: clause,
})
const states = (values: ReturnType<typeof county>[], day: string) =>
  timelineOf(policy, values, day).standard?.map(({ value, state }) => [value, state])

describe('the values of a parameter in time (GEN-12)', () => {
  it('tells what held, holds and will hold', () => {
    expect(states([], '2025-09-15')).toEqual([
      ['260.00', 'future'],
      ['220.00', 'current'],
    ])
    expect(states([], '2026-01-01')).toEqual([
      ['260.00', 'current'],
      ['220.00', 'past'],
    ])
  })
  it("lets the county's value of the day go before the rule's, until its last day", () => {
    const values = [county('240.00', '2025-01-01', '2025-10-01')]
    expect(states(values, '2025-09-30')).toContainEqual(['240.00', 'current'])
    expect(states(values, '2025-10-01')).toContainEqual(['220.00', 'current'])
  })
  it('falls back to the rule where the county took its value back', () => {
    const values = [county('240.00', '2025-01-01'), county(null, '2025-06-01')]
    expect(states(values, '2025-09-15')?.filter(([, state]) => state === 'current')).toEqual([
      ['220.00', 'current'],
    ])
  })
  it('has no current value where none is set', () => {
    expect(timelineOf(policy, [], '2025-09-15').open).toEqual([])
  })
})
