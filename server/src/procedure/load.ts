/** A case with everything that surrounds it, read once per operation. */
import type { Day, Text } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import type { CaseRow, ItemRow } from './case-store.ts'
import { findCase, listActs, listItems, lockCase } from './case-store.ts'
import type { Procedure } from './define.ts'
import type { Around, Asker } from './eligible.ts'
import { listWaitingObjections } from './notice-store.ts'
import { procedureProblems } from './problems.ts'
import type { Room } from './room.ts'
import { procedureOf } from './room.ts'
import type { CaseState } from './state.ts'
import { stateOf } from './state.ts'

export type Loaded = {
  readonly procedure: Procedure
  readonly row: CaseRow
  readonly items: ReadonlyMap<number, ItemRow>
  readonly state: CaseState
  readonly around: Around
}

/** Reads a case; with `lock` its row is held until commit. Out of scope reads as not existing. */
export async function loadCase(room: Room, ctx: Ctx, caseId: number, lock = false): Promise<Loaded> {
  const row = await (lock ? lockCase : findCase)(ctx.tx, caseId)
  if (!row) throw procedureProblems.noCase({ caseId })
  const [loaded] = await loadCases(room, ctx, [row])
  if (!loaded) throw procedureProblems.noCase({ caseId })
  return loaded
}

/** The same for rows already read, with one query a kind for all of them. */
export async function loadCases(room: Room, ctx: Ctx, rows: readonly CaseRow[]): Promise<Loaded[]> {
  const ids = rows.map((row) => row.id)
  const acts = await listActs(ctx.tx, ids)
  const items = Map.groupBy(await listItems(ctx.tx, ids), (item) => item.caseId)
  const waiting = Map.groupBy(await listWaitingObjections(ctx.tx), (one) => one.caseId)
  const loaded: Loaded[] = []
  for (const row of rows) {
    const procedure = procedureOf(room, row.procedure)
    const own = new Map((items.get(row.id) ?? []).map((item) => [item.id, item]))
    const around = await aroundOf(room, ctx, { procedure, items: own, waiting: waiting.get(row.id) ?? [] })
    loaded.push({ procedure, row, items: own, state: stateOf(procedure, acts.get(row.id) ?? []), around })
  }
  return loaded
}

type Surroundings = {
  procedure: Procedure
  items: ReadonlyMap<number, ItemRow>
  waiting: readonly { itemId: number | null; receivedOn: Day }[]
}

async function aroundOf(room: Room, ctx: Ctx, { procedure, items, waiting }: Surroundings): Promise<Around> {
  return {
    today: ctx.today,
    holidays: room.holidays,
    name: (id) => items.get(id)?.name ?? '',
    waitingOn: new Set(waiting.flatMap((one) => one.itemId ?? [])),
    waitingUnnamed: waiting.filter((one) => one.itemId === null).length,
    waitingSince: waiting.map((one) => one.receivedOn).sort()[0],
    findings: await findingsByItem(room, ctx, procedure, items),
  }
}

async function findingsByItem(
  room: Room,
  ctx: Ctx,
  procedure: Procedure,
  items: ReadonlyMap<number, ItemRow>,
): Promise<Map<number, Text>> {
  const asks = Object.values(procedure.actions).some((one) =>
    one.effects?.some((effect) => effect.kind === 'findingsClear'),
  )
  if (!asks || items.size === 0) return new Map()
  const rowIds = [...items.values()].map((item) => item.rowId)
  const found = await room.ports.findings(ctx, { register: procedure.items.register, rowIds })
  return new Map(
    [...items.values()].flatMap((item) => {
      const text = found.get(item.rowId)
      return text ? [[item.id, text] as const] : []
    }),
  )
}

export function askerOf(ctx: Ctx): Asker {
  return { accountId: ctx.actor.accountId, may: (verb) => may(ctx.actor, verb), area: ctx.actor.area }
}
