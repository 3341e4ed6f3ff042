/** What the doors of comparisons share: the kinds of lists, and their sides. */
import type { Ctx } from '#platform'
import type { Register, Registry } from '#register'
import type { VerifyRoom } from '../run.ts'
import type { Comparison, Pair } from './define.ts'
import { plainComparison } from './plain.ts'
import { compareProblems } from './problems.ts'
import type { Side } from './sides.ts'
import { canCompare, listOf, pathsOf, sideOf } from './sides.ts'
import type { Compared } from './tables.ts'

/** The declared ones, then one for every register that stands for itself. */
export function kindsOf({ registry, lists = [] }: VerifyRoom): Comparison[] {
  return [...lists, ...registry.all.flatMap((register) => plainComparison(register) ?? [])]
}

/** The comparison of that id, or the Problem `compare.noKind`. */
export function kindOf(room: VerifyRoom, id: string): Comparison {
  const kinds = kindsOf(room)
  const found = kinds.find((one) => one.id === id)
  if (!found) throw compareProblems.noKind({ kind: id, known: kinds.map((one) => one.id) })
  return found
}

/** As `kindOf`; who does not see all registers of it gets the Problem `compare.notSeen`. */
export function openKind(ctx: Ctx, room: VerifyRoom, id: string): Comparison {
  const kind = kindOf(room, id)
  if (!canCompare(ctx, room.registry, kind)) throw compareProblems.notSeen({ label: kind.label })
  return kind
}

/** A kind of list with both of its sides. */
export type Ground = {
  registry: Registry
  kind: Comparison
  register: Register
  list: Register
  /** All sides of the kind, for joins. */
  sides: readonly Side[]
  sideAt(path: string): Side
}

export function groundOf(registry: Registry, kind: Comparison, more: readonly Pair[] = []): Ground {
  const register = registry.get(kind.register)
  const paths = new Set([...pathsOf(kind), ...more.map(({ here }) => here)])
  const sides = new Map([...paths].map((path) => [path, sideOf(registry, register, path)]))
  return {
    registry,
    kind,
    register,
    list: listOf(kind, registry),
    sides: [...sides.values()],
    sideAt: (path) => sides.get(path) ?? sideOf(registry, register, path),
  }
}

/** A comparison at work. `keys` are those that the officer chose. */
export type Work = Ground & { compared: Compared; keys: readonly (readonly Pair[])[] }

/** Problems: as `openKind`. */
export function workOf(ctx: Ctx, room: VerifyRoom, compared: Compared): Work {
  const kind = openKind(ctx, room, compared.kind)
  const keys = compared.keys.length > 0 ? compared.keys : kind.keys
  return { ...groundOf(room.registry, kind, keys.flat()), compared, keys }
}
