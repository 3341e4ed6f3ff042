/** Whose facts were written after a moment: from the changed rows back along the paths of the facts to the subjects. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import { mainColumn, ownerColumn } from './columns.ts'
import type { Register } from './define.ts'
import type { Step } from './fact-path.ts'
import { stepsOf } from './fact-path.ts'
import type { Registry } from './registry.ts'
import { tableOf } from './sql-store.ts'

/** More are not traced: who asks goes through all subjects then. */
const MOST = 5000

type Path = { readonly kind: string; readonly path?: string; readonly register?: string }

/**
 * Ids of the subjects whose rows, or rows on the way to their facts, were written, changed or removed after `since` (ISO); in
 * order; a subject that others were merged into comes with their ids. Undefined where they are too many to be traced.
 */
export async function touchedSubjects(
  ctx: Ctx,
  registry: Registry,
  asked: { register: string; facts: Readonly<Record<string, Path>>; since: string },
): Promise<number[] | undefined> {
  const subject = registry.get(asked.register)
  const found = new Set<number>()
  for (const steps of waysOf(registry, subject, Object.values(asked.facts))) {
    const ids = await fromWay(ctx, subject, steps, asked.since)
    if (!ids) return undefined
    for (const id of ids) found.add(id)
  }
  if (found.size > MOST) return undefined
  const ids = [...found].sort((a, b) => a - b)
  return subject.duplicates ? withNames(ctx.tx, subject.name, ids) : ids
}

/** Every place that the facts pass, each once: the subject itself, then the ends of the steps. */
function waysOf(registry: Registry, subject: Register, facts: readonly Path[]): Step[][] {
  const ways = new Map<string, Step[]>([['', []]])
  for (const { kind, path = '', register = '' } of facts) {
    const names = kind === 'list' ? register.split('.') : path.split('.').slice(0, -1)
    for (let n = 1; n <= names.length; n++)
      ways.set(names.slice(0, n).join('.'), stepsOf(registry, subject, names.slice(0, n)))
  }
  return [...ways.values()]
}

async function fromWay(
  ctx: Ctx,
  subject: Register,
  steps: readonly Step[],
  since: string,
): Promise<number[] | undefined> {
  let ids = await changedRows(ctx, steps.at(-1)?.to ?? subject, since)
  for (let at = steps.length - 1; at >= 0 && ids.length > 0; at--) {
    if (ids.length > MOST) return undefined
    ids = await back(ctx, { step: steps[at] as Step, from: steps[at - 1]?.to ?? subject, ids })
  }
  return ids.length > MOST ? undefined : ids
}

async function changedRows(ctx: Ctx, register: Register, since: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from ${tableOf(register)} where updated_at >= ${since}::timestamptz
    union select id from ${sql.table(`${register.table}_history`)} where known_to >= ${since}::timestamptz
    limit ${MOST + 1}`.execute(ctx.tx)
  return rows.map(({ id }) => Number(id))
}

type Back = { step: Step; from: Register; ids: readonly number[] }

/** The rows from which the step leads, or once led, to one of these. */
async function back(ctx: Ctx, { step, from, ids }: Back): Promise<number[]> {
  const forward = step.way === 'reference' || step.way === 'owner'
  const [table, pick, by] = forward
    ? [from, 'id', step.way === 'owner' ? ownerColumn(from) : mainColumn(from, step.field)]
    : [step.to, step.way === 'owned' ? ownerColumn(step.to) : mainColumn(step.to, step.field), 'id']
  const of = sql`select ${sql.ref(pick ?? 'id')} as id`
  const where = sql`where ${sql.ref(by ?? 'id')} = any(${ids}::bigint[])`
  const { rows } = await sql<{ id: number | null }>`
    ${of} from ${tableOf(table)} ${where} union ${of} from ${sql.table(`${table.table}_history`)} ${where}
    limit ${MOST + 1}`.execute(ctx.tx)
  return rows.flatMap(({ id }) => (id === null ? [] : [Number(id)]))
}
