import { describe, expect, it } from 'vitest'
import { graft, headlineOf, putsTogether, sharesOf, standingOf, treeOf, whereMissing } from './entitlement.ts'
import type { Booked, Line, PolicyMeta } from './policy-types.ts'

const t = (zh: string) => ({ zh, en: zh })
const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  kind: 'step',
  label: t(id),
  state: 'known',
  value: true,
  text: t('是'),
  type: 'boolean',
  children: [],
  ...more,
})
const meta = {
  facts: [{ name: 'sex', kind: 'choice', label: t('性别') }],
  parameters: [{ key: 'standard', label: t('月标准') }],
} as unknown as PolicyMeta // only the words are read
const assessed = (trace: Line[], more = {}) => ({
  status: 'known' as const,
  trace,
  missing: [],
  missingParameters: [],
  problems: [],
  ...more,
})
const monthly = (more: Partial<Line>) => line('monthly', { type: 'money', value: '240.00', ...more })
const booked: Booked = {
  decisionId: 1,
  voucherId: 1,
  period: '2025-09',
  number: '记-0001',
  day: '2025-09-10',
  purpose: 'benefit',
  purposeLabel: t('待遇'),
  amount: '240.00',
  difference: '0.00',
}
const since = '2025-08-01'

describe('what a policy means to a person', () => {
  it('is about the amount, whatever stands first', () => {
    expect(headlineOf([line('entitled'), monthly({})])?.id).toBe('monthly')
  })
  it('is drawn while vouchers are of now, else only decided or fulfilled', () => {
    const word = (more: object) => standingOf(assessed([monthly({})]), meta, { since, ...more }).word.zh
    expect(word({ booked })).toBe('领取中')
    expect(word({ booked: { ...booked, day: '2025-06-10' } })).toBe('符合')
    expect(word({ booked: { ...booked, amount: '-240.00' } })).toBe('符合')
    expect(word({ booked: { ...booked, purpose: 'opening' } })).toBe('符合')
    expect(word({ decision: {} })).toBe('已认定')
  })
  it('names the one condition that decides where it does not apply, with its clause', () => {
    const citation = { source: '办法', clause: '第九条' }
    const ofAge = line('已到领取年龄', { value: false, formula: t('2025-09 ≥ 2030-06'), citation })
    const entitled = line('当月可领', { value: false, children: [line('在世'), ofAge] })
    const found = standingOf(
      assessed([monthly({ state: 'na', value: { applicable: false }, children: [entitled] })]),
      meta,
      { since },
    )
    expect(found.word.zh).toBe('不适用')
    expect(found.why?.zh).toBe('已到领取年龄不成立：2025-09 ≥ 2030-06')
    expect(found.clause).toEqual(citation)
  })
  it('goes down to that condition also where it was told in full further up', () => {
    const entitled = line('当月可领', { value: false, formula: t('保障类别 甲类 ＝ 乙类') })
    const again = { ...entitled, formula: undefined, repeated: true as const }
    const amount = monthly({ state: 'na', value: { applicable: false }, children: [again] })
    const found = standingOf(assessed([entitled, amount]), meta, { since })
    expect(found.why?.zh).toBe('当月可领不成立：保障类别 甲类 ＝ 乙类')
  })
  it('knows whose amounts it puts together', () => {
    const fact = { name: 'benefit', source: { label: t('按政策认定'), register: 'policy:pension' } }
    const category = line('category', { kind: 'fact', type: 'choice', fact: { ...fact, name: 'category' } })
    const benefit = line('benefit', { kind: 'fact', type: 'money', fact })
    expect(putsTogether([line('together', { children: [benefit, category] })])).toEqual(['pension'])
  })
  it('names what is missing, facts and parameters apart', () => {
    const open = monthly({ state: 'unknown', value: null, missing: ['sex'], missingParameters: ['standard'] })
    const found = standingOf(assessed([open], { status: 'unknown' }), meta, { since })
    expect(found.word.zh).toBe('还不能判断')
    expect(found.why?.zh).toBe('缺 1 项：性别；县里没有定：月标准。')
  })
})

describe('an amount that rests on another policy', () => {
  const fact = {
    name: 'benefit',
    source: { label: t('按政策认定'), register: 'policy:pension', field: 'monthly' },
  }
  const benefit = line('benefit', { kind: 'fact', type: 'money', fact })
  it('is told down to the facts of that policy', () => {
    const pension = {
      policy: 'pension',
      trace: [monthly({ formula: t('按月标准'), children: [line('已到领取年龄')] })],
    }
    const [root] = graft([line('together', { children: [benefit] })], [pension])
    expect(root?.children[0]).toMatchObject({ id: 'benefit', formula: { zh: '按月标准' } })
    expect(root?.children[0]?.children[0]?.id).toBe('已到领取年龄')
  })
  it('ends where two policies rest on each other', () => {
    const pension = { policy: 'pension', trace: [monthly({ children: [benefit] })] }
    const [root] = graft([benefit], [pension])
    expect(root?.children[0]).toMatchObject({ id: 'benefit', children: [] })
  })
  it('names its shares, those of 0.00 not', () => {
    const share = (id: string, value: string) => line(id, { type: 'money', value })
    const trace = [monthly({}), share('ours', '240.00'), share('separate', '0.00')]
    expect(sharesOf(trace, monthly({})).map(({ id }) => id)).toEqual(['ours'])
  })
})

describe('a missing fact', () => {
  const at = (register: string, id?: string) => ({
    name: 'x',
    source: { label: t('册'), register, ...(id ? { id } : {}) },
  })
  const open = { kind: 'fact' as const, state: 'unknown' as const, value: null }
  it('leads to the record that lacks it, not to another policy and not to what is only stated', () => {
    const lines = [
      line('stated', { ...open, fact: { name: 'stated' } }),
      line('decided', { ...open, fact: at('policy:pension') }),
      line('known', { kind: 'fact', fact: at('person', '1') }),
      line('step', { children: [line('lacking', { ...open, fact: at('landTake', '7') })] }),
    ]
    expect(whereMissing(lines)).toEqual({ register: 'landTake', id: '7' })
    expect(whereMissing(lines.slice(0, 3))).toBeUndefined()
  })
})

describe('one result as a tree of its own', () => {
  it('tells in full what was told above it, once', () => {
    const full = line('类别', { children: [line('年龄')] })
    const again = line('类别', { repeated: true })
    const [root] = treeOf(
      [full, monthly({ children: [again, again] })],
      monthly({ children: [again, again] }),
    )
    expect(root?.children[0]?.children.map(({ id }) => id)).toEqual(['年龄'])
    expect(root?.children[1]).toMatchObject({ repeated: true, children: [] })
  })
})
