/** The county on the laboratory's table: columns of all subjects, read once and tried out many times. */
import type { Column, Columns, Kernel, Tree, ValueType } from '#expression'
import { layFacts, layWire } from '#expression'
import type { Ctx } from '#platform'
import { COUNTY_PAGE, idsOf } from '../county/assess-county.ts'
import type { CountyRequest } from '../county/page.ts'
import { assessPage, countyDesk } from '../county/page.ts'
import type { Room } from '../decide.ts'
import { houseOf, sharing } from '../decide.ts'
import type { Policy } from '../define.ts'
import { gather } from '../gather.ts'
import type { Layer } from './layer.ts'
import { layerOf } from './layer.ts'

export type LabCounty = CountyRequest & {
  readonly rule: Policy
  readonly kernel: Kernel
  readonly layers: readonly Layer[]
  readonly subjects: number
  /** Subjects whose facts could not be read as columns. */
  readonly oneByOne: number
}

/** Reads everything within the actor's scope, as true on `on` and known at `known`. */
export async function readCounty(room: Room, ctx: Ctx, request: CountyRequest): Promise<LabCounty> {
  const desk = countyDesk(room)
  const rule = room.registry.get(request.policy)
  const kernel = desk.kernelOf(rule)
  const layers: Layer[] = []
  const alone: number[] = []
  let after = 0
  for (;;) {
    const place = { after, limit: COUNTY_PAGE }
    const page = await assessPage(desk, ctx, request, place)
    const ids = page ? page.facts.ids : await idsOf(room, ctx, request, place)
    const apart = page ? page.facts.apart : new Set(ids.keys())
    if (page) layers.push(layerOf({ ...page.facts, columns: page.columns, apart }))
    alone.push(...[...apart].map((at) => ids[at] as number))
    if (ids.length < COUNTY_PAGE) break
    after = ids.at(-1) as number
  }
  if (alone.length > 0) layers.push(await layerOfOthers(room, ctx, { request, rule, kernel, ids: alone }))
  const subjects = layers.reduce((sum, { counted }) => sum + counted, 0)
  return { ...request, rule, kernel, layers, subjects, oneByOne: alone.length }
}

type Others = { request: CountyRequest; rule: Policy; kernel: Kernel; ids: readonly number[] }

/** Subjects that the columns cannot tell: each is read by itself, then laid beside the others. */
async function layerOfOthers(room: Room, ctx: Ctx, { request, rule, kernel, ids }: Others): Promise<Layer> {
  const { register, on, known } = request
  const house = houseOf(sharing(room), [rule.id])
  const asked = ids.map((id) =>
    gather(ctx, house, { policy: rule, subject: { register, id }, on, valid: on, known }),
  )
  const found = await Promise.all(asked)
  const facts = found.map((one) => one.facts)
  const columns: Columns = {
    ...layFacts(rule.tree, kernel.words, facts),
    parameters: ownColumns(
      rule.tree,
      kernel,
      found.map((one) => one.parameters),
    ),
  }
  const layer = layerOf({ ids, areas: found.map(({ area }) => area), columns, apart: new Set() })
  return { ...layer, alone: true }
}

function ownColumns(
  tree: Tree,
  { words }: Kernel,
  rows: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, Column>> {
  const keys = Object.keys(tree.parameters).filter((key) => rows.some((row) => row[key] !== undefined))
  const columns = keys.map((key) => {
    const type = tree.parameters[key]?.type as ValueType
    return [
      key,
      layWire(
        rows.map((row) => row[key] ?? null),
        type,
        { words, name: key },
      ),
    ] as const
  })
  return Object.fromEntries(columns)
}
