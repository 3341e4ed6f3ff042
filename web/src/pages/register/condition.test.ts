import { expect, test } from 'vitest'
import type { RegisterMeta } from '../../app/meta.ts'
import { t } from '../../app/text.tsx'
import { type Condition, readConditions, writeConditions } from './condition.ts'

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
