/** A small county with areas, and what tests of the registers do again and again. */
import { day, isProblem, residentId } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import type { Registry } from '#register'
import { insertRow, insertRows, registerOperations, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'

export const registers = systems.flatMap((system) => system.registers ?? [])
export const registry: Registry = registryOf(registers)

export const village = '990101103201'
export const other = '990101102203'
export const group = `${village}003`

const doors: ReadonlyMap<string, AnyOperation> = new Map(
  registerOperations({ registers }).map((op) => [op.name, op as AnyOperation]),
)

export type Books = TestCounty & {
  clerk: Actor
  /** A door of the room, as http would run it. */
  door(actor: Actor, name: string, input: unknown): Promise<never>
  /** One transaction of the clerk. */
  work<T>(run: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** Opens the county; close it in `afterAll`. */
export async function openBooks(): Promise<Books> {
  const county = await testCounty()
  const clerk = county.actor()
  await county.run(clerk, (ctx) =>
    insertRows(ctx, area, [
      { code: '990101', name: '青禾县', level: 'county' },
      { code: '990101102', name: '石门镇', level: 'township' },
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: village, name: '石桥村', level: 'village' },
      { code: other, name: '石门村', level: 'village' },
      { code: group, name: '三组', level: 'group' },
    ]),
  )
  return {
    ...county,
    clerk,
    // `as`: each test says what it expects of the output
    door: (actor, name, input) =>
      county.call(actor, doors.get(name) as AnyOperation, input) as Promise<never>,
    work: (run) => county.run(clerk, run),
  }
}

let seq = 0

/** A number that nobody else in the test has. */
export function freshId(birth = '1968-06-12'): string {
  return residentId('990101', day(birth), ++seq)
}

export function addPerson(ctx: Ctx, name: string, more: object = {}) {
  return insertRow(ctx, person, { name, area: group, idNumber: freshId(), ...more })
}

/** The Problem that the work is refused with; anything else fails the test. */
export async function problemOf(work: Promise<unknown>) {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isProblem(thrown)) throw thrown ?? new Error('nothing was refused')
  return thrown
}
