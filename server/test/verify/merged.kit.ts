/** For tests of findings and lists: two rows made one, and two again, as the doors do it. */
import { accountsHeld } from '#ledger'
import type { Actor, AnyOperation } from '#platform'
import { duplicateOperations, findRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { registry } from './lists.kit.ts'

export type Two = { kept: number; gone: number }

const doors = new Map<string, AnyOperation>(
  duplicateOperations({ registers: registry.all, ports: { accounts: accountsHeld } }).map((op) => [
    op.name,
    op as AnyOperation,
  ]),
)

/** Merges; returns how to undo it. */
export async function merge(
  county: TestCounty,
  clerk: Actor,
  { kept, gone, taken = [] }: Two & { taken?: string[] },
): Promise<() => Promise<unknown>> {
  const version = (id: number) =>
    county.run(clerk, async (ctx) => (await findRow(ctx, person, id))?.version ?? 0)
  const door = (name: string, input: object) =>
    county.call(clerk, doors.get(name) as AnyOperation, { register: 'person', ...input }) as Promise<{
      mergeId: number
    }>
  const versions = { keptVersion: await version(kept), goneVersion: await version(gone) }
  const asked = { keptId: kept, goneId: gone, ...versions, taken, reason: '户口簿核对为同一人' }
  const { mergeId } = await door('duplicate.merge', asked)
  return () => door('duplicate.undo', { mergeId, reason: '并错了' })
}
