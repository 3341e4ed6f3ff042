/** Facts of a page of subjects as columns: what `facts.ts` reads of one, in one statement a list and one for the rest. */
import type { Ctx } from '#platform'
import { mainColumn } from './columns.ts'
import type { Register } from './define.ts'
import type { Step } from './fact-path.ts'
import { stepsOf } from './fact-path.ts'
import type { CellPlan, Page, PageTexts } from './facts-columns-store.ts'
import { listTexts, pageTexts } from './facts-columns-store.ts'
import type { Registry } from './registry.ts'

type FieldPath = {
  readonly kind: 'field'
  readonly path: string
  readonly empty: 'unknown' | 'notApplicable'
}
type ListPath = {
  readonly kind: 'list'
  readonly register: string
  readonly fields: Readonly<Record<string, FieldPath>>
}

export type ColumnsAsked = {
  readonly register: string
  readonly facts: Readonly<Record<string, { readonly kind: string }>>
  readonly valid: string
  readonly known: string
  readonly after: number
  readonly limit: number
}

/** Cells in wire form. Of a list: where each subject's records begin, and the fields of all of them. */
export type ListCells = {
  readonly offsets: Int32Array
  readonly fields: Readonly<Record<string, readonly unknown[]>>
}

export type FactColumns = {
  readonly ids: readonly number[]
  readonly areas: readonly string[]
  readonly facts: Readonly<Record<string, readonly unknown[]>>
  readonly lists: Readonly<Record<string, ListCells>>
  /** Places of subjects that must be read one by one: several rows could be meant, or something was written since. */
  readonly apart: readonly number[]
}

const notApplicable = { applicable: false }

/** A page of subjects in id order; undefined where a fact lies in more than one column and cannot be read so. */
export async function readColumns(
  ctx: Ctx,
  registry: Registry,
  asked: ColumnsAsked,
): Promise<FactColumns | undefined> {
  const from = registry.get(asked.register)
  const fields = Object.entries(asked.facts).filter(([, { kind }]) => kind === 'field')
  const lists = Object.entries(asked.facts).filter(([, { kind }]) => kind === 'list')
  const plans = fields.map(([, binding]) => planOf(registry, from, binding as FieldPath))
  if (plans.some((plan) => plan === undefined)) return undefined
  const page: Page = { ...asked, from }
  const texts = await pageTexts(ctx, page, plans as Planned[])
  const facts = fields.map(([name], k) => [name, cellsOf(texts.cells[k] ?? [], plans[k] as Planned)] as const)
  const apart = new Set(texts.apart)
  const read: [string, ListCells][] = []
  for (const [name, binding] of lists) {
    const cells = await readList(ctx, registry, { page, texts, list: binding as ListPath, apart })
    if (!cells) return undefined
    read.push([name, cells])
  }
  return {
    ids: texts.ids,
    areas: texts.areas,
    facts: Object.fromEntries(facts),
    lists: Object.fromEntries(read),
    apart: [...apart].sort((a, b) => a - b),
  }
}

type Planned = CellPlan & { readonly toWire: (text: string) => unknown }

/** The steps to a field's row, its column, and how its text becomes the fact. */
function planOf(registry: Registry, from: Register, { path, empty }: FieldPath): Planned | undefined {
  const parts = path.split('.')
  const last = parts.at(-1) ?? ''
  const steps = stepsOf(registry, from, parts.slice(0, -1))
  const end = steps.at(-1)?.to ?? from
  const field = end.fields[last]
  if (!field) return { steps, column: mainColumn(end, last), field: last, empty, toWire: (text) => text }
  if (field.kind.columns(field).length !== 1) return undefined
  const isBoolean = field.kind.fact(field)?.kind === 'boolean'
  const toWire = (text: string) => {
    const value = field.kind.decode([isBoolean ? text === 'true' : text])
    if (value === null) return null
    return field.kind.toFact ? field.kind.toFact(value, field) : field.kind.toWire(value)
  }
  return { steps, column: mainColumn(end, last), field: last, empty, toWire }
}

/** Equal texts are the same fact, and most columns have few. */
const MOST_REMEMBERED = 4096

function cellsOf(texts: readonly (string | null | undefined)[], { toWire }: Planned): readonly unknown[] {
  const seen = new Map<string, unknown>()
  return texts.map((text) => {
    if (text === null) return null
    if (text === undefined) return notApplicable
    const known = seen.get(text)
    if (known !== undefined) return known
    const wire = toWire(text)
    if (seen.size < MOST_REMEMBERED) seen.set(text, wire)
    return wire
  })
}

type Listing = { page: Page; texts: PageTexts; list: ListPath; apart: Set<number> }

async function readList(
  ctx: Ctx,
  registry: Registry,
  { page, texts, list, apart }: Listing,
): Promise<ListCells | undefined> {
  const steps: Step[] = stepsOf(registry, page.from, list.register.split('.'))
  const end = steps.at(-1)?.to ?? page.from
  const names = Object.keys(list.fields)
  const plans = Object.values(list.fields).map((field) => planOf(registry, end, field))
  if (plans.some((plan) => plan === undefined || plan.steps.length > 0)) return undefined
  const rows = await listTexts(ctx, page, { steps, cells: plans as Planned[] })
  const places = new Map(texts.ids.map((id, i) => [id, i]))
  const offsets = new Int32Array(texts.ids.length + 1)
  for (const owner of rows.ids) {
    const at = (places.get(owner) as number) + 1
    offsets[at] = (offsets[at] as number) + 1
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number)
  for (const row of rows.apart) apart.add(places.get(rows.ids[row] as number) as number)
  const fields = names.map((name, k) => [name, cellsOf(rows.cells[k] ?? [], plans[k] as Planned)])
  return { offsets, fields: Object.fromEntries(fields) }
}
