/** Answers a projection: the county as it stands, once with what holds and once with what is tried. */
import { type Day, parsePercent, parseYuan, type Text, t } from '#kernel'
import { type Ctx, may, platformProblems } from '#platform'
import { type ParameterBook, readBook, trialBook, valueOn } from '#policy'
import type {
  Assumption,
  AssumptionKind,
  Lever,
  Opened,
  Projected,
  Projection,
  ProjectionPorts,
  Run,
  Stated,
} from './define.ts'
import { projectionProblems } from './problems.ts'

export type Change = Lever & { readonly value: unknown }

export type ProjectionAsk = {
  readonly years: number
  readonly assumptions: Readonly<Record<string, string>>
  /** Parameters tried, from a day on; none: only what holds is projected. */
  readonly changes: readonly Change[]
  readonly from?: string | undefined
}

export type ToldAssumption = Assumption & { name: string; value: string; given: boolean; from: Text }
export type ToldLever = Lever & { label: Text; kind: string; table: boolean; value: unknown }

export type Answer = {
  readonly on: Day
  readonly assumptions: readonly ToldAssumption[]
  readonly levers: readonly ToldLever[]
  readonly stated: readonly Stated[]
  readonly now: Projected
  readonly trial: Projected | null
}

/** Throws `projection.wholeCounty`, `projection.assumption…`, `projection.notAsked`, and what the policies refuse. */
export async function project(
  ctx: Ctx,
  given: { projection: Projection; ports: ProjectionPorts; ask: ProjectionAsk },
): Promise<Answer> {
  const { projection, ports, ask } = given
  checkReader(ctx)
  const books = await booksOf(ctx, projection, ports)
  const opened = await projection.open(ctx, { ...ports, books, on: ctx.today })
  const assumptions = settle(projection, opened, ask.assumptions)
  const values = Object.fromEntries(assumptions.map(({ name, value }) => [name, value]))
  const run = (with_: Run['books']) => opened.run({ years: ask.years, assumptions: values, books: with_ })
  return {
    on: ctx.today,
    assumptions,
    levers: projection.levers.map((lever) => leverOf(ports, books, lever, ctx.today)),
    stated: opened.stated,
    now: run(books),
    trial: ask.changes.length > 0 ? run(tried(projection, ports, books, ask)) : null,
  }
}

/** Below the county the pool and other townships' accounts are not seen: half a fund would be projected. */
function checkReader({ actor }: Ctx): void {
  if (!may(actor, 'ledger.read'))
    throw platformProblems.notAllowed({ verb: 'ledger.read', text: t('看账', 'Read the books') })
  if (actor.area !== actor.county) throw projectionProblems.wholeCounty({ area: actor.area })
}

async function booksOf(
  ctx: Ctx,
  { policies }: Projection,
  { policy }: ProjectionPorts,
): Promise<Run['books']> {
  const books = new Map<string, ParameterBook>()
  for (const id of policies) books.set(id, await readBook(ctx, policy.policies.get(id), ctx.now))
  return books
}

function tried(
  projection: Projection,
  { policy: room }: ProjectionPorts,
  books: Run['books'],
  { changes, from }: ProjectionAsk,
): Run['books'] {
  const trial = new Map(books)
  for (const { policy: id, key, value } of changes) {
    const now = trial.get(id)
    if (!projection.policies.includes(id) || !now) throw projectionProblems.notAsked({ policy: id, key })
    const policy = room.policies.get(id)
    const overrides = { [key]: wireOf(value, policy.tree.parameters[key]?.type.kind) }
    trial.set(id, trialBook(policy, now, { overrides, from }))
  }
  return trial
}

/** People write 900 where the wire has 900.00. */
function wireOf(value: unknown, kind: string | undefined): unknown {
  return kind === 'money' && typeof value === 'string' && /^\d{1,9}$/.test(value) ? `${value}.00` : value
}

function leverOf(
  { policy }: ProjectionPorts,
  books: Run['books'],
  { policy: id, key }: Lever,
  on: Day,
): ToldLever {
  const declared = policy.policies.get(id).tree.parameters[key]
  const book = books.get(id)
  if (!declared || !book) throw projectionProblems.notAsked({ policy: id, key })
  const found = valueOn(book, key, on)
  const { label, type, keys } = declared
  return { policy: id, key, label, kind: type.kind, table: keys.length > 0, value: found?.value ?? null }
}

function settle({ assumptions }: Projection, { defaults }: Opened, given: ProjectionAsk['assumptions']) {
  const strange = Object.keys(given).find((name) => !assumptions[name])
  if (strange !== undefined) throw projectionProblems.noAssumption({ name: strange })
  return Object.entries(assumptions).map(([name, one]): ToldAssumption => {
    const written = given[name] ?? defaults[name]?.value ?? null
    if (written === null) throw projectionProblems.assumptionMissing({ name, label: one.label })
    checkForm(name, one, written)
    const value = String(wireOf(written, one.kind))
    const byHand = t('提问人填写', 'given by whoever asks')
    const from = given[name] === undefined ? (defaults[name]?.from ?? byHand) : byHand
    return { name, ...one, value, given: given[name] !== undefined, from }
  })
}

const examples: Record<AssumptionKind, string> = { percent: '1.5', money: '50000.00', count: '25' }
const MOST: Record<AssumptionKind, number> = { percent: 100, money: 100_000_000, count: 1_000_000 }

function checkForm(name: string, { label, kind }: Assumption, given: string): void {
  const isRead = isForm(kind, given) && Number(given) <= MOST[kind]
  if (!isRead) throw projectionProblems.assumptionForm({ name, label, given, example: examples[kind] })
}

function isForm(kind: AssumptionKind, given: string): boolean {
  if (kind === 'count') return /^\d{1,7}$/.test(given)
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(given)) return false
  return kind === 'percent'
    ? parsePercent(given).num >= 0
    : /^\d+(\.\d{2})?$/.test(given) && parseYuan(given) >= 0
}
