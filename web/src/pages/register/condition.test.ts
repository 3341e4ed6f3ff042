import { expect, test } from 'vitest'
import type { RegisterMeta } from '../../app/meta.ts'
import { t } from '../../app/text.tsx'
import { type Condition, readConditions, writeConditions } from './condition.ts'
import { asksOf } from './condition-asks.ts'

const register = {
  name: 'person',
  shape: 'dated',
  fields: [
    { name: 'name', label: t('姓名', 'Name'), kind: 'name', operators: ['contains', 'eq'] },
    { name: 'poor', label: t('脱贫', 'Poor'), kind: 'boolean', operators: ['eq', 'unknown'] },
    { name: 'phone', label: t('电话', 'Phone'), kind: 'phone', operators: [] },
  ],
} as unknown as RegisterMeta // only what the reading looks at

test('conditions come back from the address as they went in', () => {
  const conditions: Condition[] = [
    { field: 'name', op: 'contains', value: '王~.%伟' },
    { field: 'poor', op: 'unknown' },
    { field: 'poor', op: 'eq', value: false },
    { field: 'validFrom', op: 'ge', value: '2024-01-01' },
  ]
  expect(readConditions(writeConditions(conditions), register)).toEqual(conditions)
  expect(writeConditions([])).toBeUndefined()
})

test('what the register does not know, or hides, is left out', () => {
  expect(readConditions('nothing.eq.1~name.like.a~phone.eq.138~name.eq.', register)).toEqual([])
})

const home = {
  name: 'home',
  label: t('农户', 'Households'),
  shape: 'record',
  owner: null,
  fields: [{ name: 'state', label: t('类别', 'State'), kind: 'choice', operators: ['eq'] }],
} as unknown as RegisterMeta
const people = {
  ...register,
  shape: 'record',
  owner: null,
  label: t('人员', 'Persons'),
  fields: [
    ...register.fields,
    { name: 'home', label: t('所在户', 'Household'), kind: 'reference', register: 'home', operators: ['eq'] },
  ],
} as unknown as RegisterMeta
const both = [home, people]
const lifted: Condition = { field: 'state', op: 'eq', value: 'a.b~c%' }
const named: Condition = { field: 'name', op: 'contains', value: '王' }

test('OR, NOT and rows of other registers come back as they went in, one in the other', () => {
  const conditions: Condition[] = [
    { any: [[named], [{ field: 'poor', op: 'unknown' }, { not: [named] }]] },
    { field: 'home', where: [lifted, { some: 'person', by: 'home', where: [{ not: [named] }] }] },
  ]
  expect(readConditions(writeConditions(conditions), people, both)).toEqual(conditions)
  const none: Condition[] = [{ not: [{ some: 'person', by: 'home', where: [] }] }]
  expect(readConditions(writeConditions(none), home, both)).toEqual(none)
})

test('of a group that is not understood nothing is kept, for a part of it would say something else', () => {
  const odd = { field: 'nothing', op: 'eq', value: '1' } as Condition
  for (const one of [
    { any: [[named], [odd]] },
    { not: [named, odd] },
    { field: 'home', where: [lifted, odd] },
  ])
    expect(readConditions(writeConditions([one as Condition]), people, both)).toEqual([])
  const away = writeConditions([{ field: 'home', where: [lifted] }])
  expect(readConditions(away, people, [people])).toEqual([]) // that register is not open to this person
  expect(readConditions('name.where.x~home.some.home.~any.of.', people, both)).toEqual([])
})

test('a condition can be put on the row, on the row that it points to, and on rows that point to it', () => {
  const keys = (one: RegisterMeta) => asksOf(one, both).map(({ key }) => key)
  expect(keys(people)).toEqual(['name', 'poor', 'home', 'where.home.state'])
  expect(keys(home)).toEqual([
    'state',
    'some.person.home.name',
    'some.person.home.poor',
    'some.person.home.home',
  ])
  const ask = asksOf(home, both).find(({ key }) => key === 'some.person.home.name')
  expect(ask?.around(named as never)).toEqual({ some: 'person', by: 'home', where: [named] })
})
