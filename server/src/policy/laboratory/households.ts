/** The household of everybody on the table: read once for a county, when it is first asked for. */
import type { Ctx } from '#platform'
import type { FieldBinding } from '../binding.ts'
import type { Room } from '../decide.ts'
import type { LabCounty } from './county.ts'
import type { Layer } from './layer.ts'

/** By layer, in its order; 0: none that is known. */
export type Households = readonly Float64Array[]

/** Undefined where the binding names no way to a household: a claim, an enterprise. */
export async function readHouseholds(
  room: Room,
  ctx: Ctx,
  county: LabCounty,
): Promise<Households | undefined> {
  const { policy, register } = county
  const path = room.bindings.find((one) => one.policy === policy && one.subject === register)?.household?.path
  if (!path) return undefined
  const apart = new Map<number, number>()
  const found: Float64Array[] = []
  for (const layer of county.layers)
    found.push(
      layer.alone
        ? await ofOthers(room, ctx, county, { layer, path, apart })
        : await ofPage(room, ctx, county, { layer, path, apart }),
    )
  return found
}

type Reading = { layer: Layer; path: FieldBinding; apart: Map<number, number> }

/** Of a page at once; what the columns tell of those that stand in another layer is kept for that one. */
async function ofPage(room: Room, ctx: Ctx, county: LabCounty, reading: Reading): Promise<Float64Array> {
  const { layer, path, apart } = reading
  const { register, on, known } = county
  const [first = 1] = layer.ids
  const place = { after: first - 1, limit: layer.ids.length }
  const read = await room.source.columns?.(ctx, {
    register,
    facts: { household: path },
    valid: on,
    known,
    ...place,
  })
  const cells = new Map(read?.ids.map((id, at) => [id, numberOf(read.facts.household?.[at])]))
  for (const at of read?.apart ?? []) cells.delete(read?.ids[at] as number)
  for (const [i, id] of layer.ids.entries()) if (layer.skipped[i] === 1) apart.set(id, cells.get(id) ?? 0)
  return layer.ids.map((id) => cells.get(id) ?? 0)
}

async function ofOthers(room: Room, ctx: Ctx, county: LabCounty, reading: Reading): Promise<Float64Array> {
  const { layer, path, apart } = reading
  const { register, on, known } = county
  const found = new Float64Array(layer.ids.length)
  for (const [i, id] of layer.ids.entries()) {
    const told = apart.get(id)
    if (told) found[i] = told
    else {
      const asked = { subject: { register, id }, facts: { household: path }, valid: on, known }
      found[i] = numberOf((await room.source.read(ctx, asked))?.facts.household)
    }
  }
  return found
}

function numberOf(cell: unknown): number {
  const id = Number(typeof cell === 'string' || typeof cell === 'number' ? cell : 0)
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}
