/** Faults of declarations are found at start, all at once, each named. */
import { expect, test } from 'vitest'
import { isProblem, t } from '#kernel'
import { systems } from '#systems'
import { checkRegisters } from '../../src/register/check.ts'
import type { Declaration, Fields, Register, Shape } from '../../src/register/define.ts'
import { defineRegister } from '../../src/register/define.ts'
import { field } from '../../src/register/kinds/index.ts'

const base = {
  name: 'well',
  label: t('水井', 'Wells'),
  counter: t('口', 'wells'),
  system: 'test',
  shape: 'record',
  fields: {
    area: field.area({ label: t('村', 'Village'), required: true }),
    depth: field.count({ label: t('深', 'Depth') }),
  },
  identity: ['depth'],
  title: 'depth',
  columns: ['depth'],
} satisfies Declaration<string, Fields, Shape>

function faults(change: Partial<Declaration<string, Fields, Shape>>, more: Register[] = []): string {
  try {
    checkRegisters([defineRegister({ ...base, ...change } as Declaration<string, Fields, Shape>), ...more])
  } catch (thrown) {
    if (isProblem(thrown, 'register.declaration')) return String(thrown.details.faults)
    throw thrown
  }
  return ''
}

test('the registers of the house have no fault', () => {
  checkRegisters(systems.flatMap((system) => system.registers ?? []))
  expect(faults({})).toBe('')
})

test.each<[string, Partial<Declaration<string, Fields, Shape>>]>([
  ['title names the unknown field nowhere', { title: 'nowhere' }],
  ['identity names the unknown field nowhere', { identity: ['nowhere'] }],
  ['identity is empty', { identity: [] }],
  ['columns names the unknown field nowhere', { columns: ['nowhere'] }],
  [
    'owner points to the unknown register nobody',
    { fields: { ...base.fields, owner: field.reference('nobody', { label: t('主', 'Owner') }) } },
  ],
  [
    'depth2.a lacks a label in zh or en',
    {
      fields: { ...base.fields, depth2: field.choice({ label: t('深', 'D'), options: { a: t('甲', '') } }) },
    },
  ],
  [
    'depth2 has no options',
    { fields: { ...base.fields, depth2: field.choice({ label: t('深', 'D'), options: {} }) } },
  ],
  [
    'version is a reserved name',
    { fields: { ...base.fields, version: field.text({ label: t('版', 'V') }) } },
  ],
  [
    'its owner nobody is not declared',
    { shape: 'child', owner: 'nobody', fields: { depth: base.fields.depth } },
  ],
  ['its area is that of its owner and no field', { shape: 'child', owner: 'well' }],
  ['overlap is declared without a span of days', { overlap: { refuse: true } }],
  ['the register lacks a label in zh or en', { label: t('井', '') }],
])('%s', (fault, change) => {
  expect(faults(change)).toContain(fault)
})

test('a name twice is one too many', () => {
  expect(faults({}, [defineRegister(base)])).toContain('well is declared twice')
})
