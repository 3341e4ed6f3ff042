/** Facts over registers: through references, owners, owned and pointing rows, as true and known then. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import type { Actor } from '#platform'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { registerFactSource } from '../../src/register/facts.ts'
import { insertRow, insertRows, updateRow } from '../../src/register/write-store.ts'
import {
  employmentSpell,
  landTake,
  otherPension,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'

let county: TestCounty
let clerk: Actor
const source = registerFactSource(systems.flatMap((system) => system.registers ?? []))
const village = '990101103201'
const ids = { person: 0, listed: 0, before: '' }
const from = (path: string, empty: 'unknown' | 'notApplicable' = 'unknown') => ({
  kind: 'field' as const,
  path,
  empty,
})

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  await county.run(clerk, async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    const take = await insertRow(ctx, landTake, {
      name: '石桥地块',
      area: village,
      takenOn: day('2023-06-30'),
      basePerPerson: 5_000_000 as never,
    })
    const who = await insertRow(ctx, person, {
      name: '周桂枝',
      area: village,
      idNumber: residentId('990101', day('1968-06-12'), 264),
      raw: { education: '不详' },
    })
    const listed = await insertRow(ctx, protectedPerson, {
      ownerId: take.id,
      person: who.id,
      landLost: '2.36',
    })
    await insertRow(ctx, otherPension, {
      ownerId: who.id,
      kind: 'rural',
      monthly: 8000 as never,
      validFrom: day('2023-07-01'),
    })
    await insertRow(ctx, employmentSpell, {
      ownerId: who.id,
      kind: 'casual',
      employer: '砖厂',
      validFrom: day('2022-01-01'),
      validTo: day('2022-05-01'),
    })
    await insertRow(ctx, employmentSpell, {
      ownerId: who.id,
      kind: 'employee',
      employer: '恒达人力',
      validFrom: day('2024-03-01'),
      wage: 300_000 as never,
    })
    Object.assign(ids, { person: who.id, listed: listed.id })
  })
  ids.before = await county.run(clerk, async (ctx) => ctx.now)
  await new Promise((done) => setTimeout(done, 5))
  await county.run(clerk, (ctx) =>
    updateRow(ctx, person, {
      id: ids.person,
      version: 1,
      values: { diedOn: day('2025-08-30') },
      reason: '民政比对',
    }),
  )
})
afterAll(() => county.close())

const later = '2099-01-01T00:00:00Z'
const read = (
  register: string,
  id: number,
  facts: object,
  when = { valid: '2024-06-01', known: later },
  actor = clerk,
) =>
  county.run(actor, (ctx) => source.read(ctx, { subject: { register, id }, facts: facts as never, ...when }))

test('of the listed person: own field, the person that it points to, the taking that owns it, what the person owns', async () => {
  const got = await read('protectedPerson', ids.listed, {
    landLost: from('landLost'),
    sex: from('person.sex'),
    birthDate: from('person.birthDate'),
    takenOn: from('landTake.takenOn'),
    base: from('landTake.basePerPerson'),
    rural: from('person.otherPension.monthly'),
    diedOn: from('person.diedOn', 'notApplicable'),
    government: from('landTake.governmentPercent'),
    education: from('person.education', 'notApplicable'),
    place: from('area'),
  })
  expect(got?.area).toBe(village)
  expect(got?.facts).toEqual({
    landLost: { value: '2.36', unit: 'mu' },
    sex: 'female',
    birthDate: '1968-06-12',
    takenOn: '2023-06-30',
    base: '50000.00',
    rural: '80.00',
    diedOn: '2025-08-30',
    government: null,
    education: null,
    place: village,
  })
  expect(got?.origins.takenOn).toMatchObject({
    register: 'landTake',
    field: 'takenOn',
    label: { zh: '征地批复·征地日' },
  })
})

test('of the person: the rows that point to it, and spells begun by the day', async () => {
  const spells = {
    kind: 'list',
    register: 'employmentSpell',
    fields: { from: from('validFrom'), to: from('validTo', 'notApplicable'), kind: from('kind') },
  }
  const facts = { takenOn: from('protectedPerson.landTake.takenOn'), spells }
  const got = await read('person', ids.person, facts)
  expect(got?.facts).toEqual({
    takenOn: '2023-06-30',
    spells: [
      { from: '2022-01-01', to: '2022-05-01', kind: 'casual' },
      { from: '2024-03-01', to: { applicable: false }, kind: 'employee' },
    ],
  })
  expect(
    (await read('person', ids.person, facts, { valid: '2023-01-01', known: later }))?.facts.spells,
  ).toHaveLength(1)
})

test('a pension that had not begun, and a death not yet known, are not there', async () => {
  const facts = { rural: from('otherPension.monthly'), diedOn: from('diedOn', 'notApplicable') }
  expect(
    (await read('person', ids.person, facts, { valid: '2023-06-30', known: ids.before }))?.facts,
  ).toEqual({ rural: null, diedOn: { applicable: false } })
  expect(
    await read('person', ids.person, facts, { valid: '2024-06-01', known: '2001-01-01T00:00:00Z' }),
  ).toBeUndefined()
})

test('two rows on one day are not guessed between', async () => {
  await county.run(clerk, (ctx) =>
    insertRow(ctx, otherPension, {
      ownerId: ids.person,
      kind: 'employee',
      monthly: 90_000 as never,
      validFrom: day('2024-01-01'),
    }),
  )
  const got = await read('person', ids.person, { pension: from('otherPension.monthly') })
  expect(got?.facts).toEqual({ pension: null })
  expect(got?.origins.pension?.label.zh).toContain('同一天有 2 条')
})

test('nothing is read outside the area', async () => {
  expect(await read('person', ids.person, {}, undefined, county.actor({}, '990101102'))).toBeUndefined()
})

test('paths are checked with the kind of value that they end in', () => {
  expect(source.kindAt('protectedPerson', 'landTake.takenOn')).toEqual({ kind: 'day' })
  expect(source.kindAt('protectedPerson', 'person.sex')).toEqual({
    kind: 'choice',
    options: ['male', 'female'],
  })
  expect(source.kindAt('protectedPerson', 'landLost')).toEqual({ kind: 'quantity', unit: 'mu' })
  expect(source.kindAt('person', 'landTake.takenOn')).toMatchObject({ kind: 'none' })
  expect(source.kindAt('person', 'birthDay')).toMatchObject({ kind: 'none' })
})
