/** The doors of projections: figures, and the same figures as Excel. The paper asks the first. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Actor, type Ctx, may, operation, saveFile } from '#platform'
import { MOST_YEARS, type Projection, type ProjectionPorts } from './define.ts'
import { projectionProblems } from './problems.ts'
import { type Answer, project } from './project.ts'
import { projectionWorkbook } from './workbook.ts'

const text = z.object({ zh: z.string(), en: z.string() })

/** What is asked; also the input of the paper. */
export const projectionShape = {
  projection: z.string(),
  years: z.int().min(1).max(MOST_YEARS).default(30),
  assumptions: z.record(z.string(), z.string()).default({}),
  changes: z
    .array(z.object({ policy: z.string(), key: z.string(), value: z.unknown() }))
    .max(10)
    .default([]),
  from: z.iso.date().optional(),
}

const projected = z.object({
  rows: z.array(z.object({ year: z.int(), months: z.int(), figures: z.record(z.string(), z.string()) })),
  runsDry: z.record(z.string(), z.int().nullable()),
})

const answer = z.object({
  on: z.string(),
  assumptions: z.array(
    z.object({
      name: z.string(),
      label: text,
      kind: z.enum(['percent', 'money', 'count']),
      help: text.optional(),
      value: z.string(),
      given: z.boolean(),
      from: text,
    }),
  ),
  levers: z.array(
    z.object({
      policy: z.string(),
      key: z.string(),
      label: text,
      kind: z.string(),
      table: z.boolean(),
      value: z.unknown(),
    }),
  ),
  stated: z.array(z.object({ label: text, text })),
  now: projected,
  trial: projected.nullable(),
})

/** The answer as the doors give it. */
export const projectionAnswer = answer

export type ProjectionRoom = { readonly projections: readonly Projection[]; readonly ports: ProjectionPorts }

export function projectionOperations(room: ProjectionRoom) {
  return [readOperation(room), exportOperation(room)] as const
}

/** Throws `projection.unknown`. */
function getProjection({ projections }: ProjectionRoom, id: string): Projection {
  const found = projections.find((one) => one.id === id)
  if (!found) throw projectionProblems.unknown({ projection: id, known: projections.map((one) => one.id) })
  return found
}

const canAsk = (room: ProjectionRoom) => (input: { projection: string }) =>
  getProjection(room, input.projection).can

function readOperation(room: ProjectionRoom) {
  return operation({
    name: 'report.projection',
    text: t('看资金推算', 'Read a projection'),
    can: canAsk(room),
    audit: 'read',
    input: z.object(projectionShape),
    output: answer,
    run: async (ctx, { projection, ...ask }) => {
      const told = await answered(ctx, room, { projection, ask })
      return { ...told, ...wire(told) }
    },
  })
}

type Asked = { projection: string; ask: Parameters<typeof project>[1]['ask'] }

function answered(ctx: Ctx, room: ProjectionRoom, { projection, ask }: Asked): Promise<Answer> {
  return project(ctx, { projection: getProjection(room, projection), ports: room.ports, ask })
}

/** Mutable copies, as the output schema has them. */
function wire({ assumptions, levers, stated, now, trial }: Answer) {
  const copy = ({ rows, runsDry }: Answer['now']) => ({
    rows: rows.map((row) => ({ ...row, figures: { ...row.figures } })),
    runsDry: { ...runsDry },
  })
  return {
    assumptions: [...assumptions],
    levers: [...levers],
    stated: [...stated],
    now: copy(now),
    trial: trial && copy(trial),
  }
}

function exportOperation(room: ProjectionRoom) {
  return operation({
    name: 'report.projectionExport',
    text: t('导出资金推算', 'Export a projection'),
    can: canAsk(room),
    audit: 'export',
    input: z.object(projectionShape),
    output: z.object({ fileId: z.number(), name: z.string() }),
    run: async (ctx, { projection, ...ask }) => {
      const declared = getProjection(room, projection)
      const told = await answered(ctx, room, { projection, ask })
      const bytes = await projectionWorkbook(declared, told, { taken: takenBy(ctx), tried: ask })
      const name = `${declared.label.zh} ${ctx.today}.xlsx`
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const { id } = await saveFile(ctx.tx, { name, mime, bytes })
      ctx.note({ subject: `projection:${projection}`, after: { ...ask, name } })
      return { fileId: id, name }
    },
  })
}

function takenBy({ actor, now }: Ctx): string {
  return `${actor.office} ${actor.name}　${now.slice(0, 16).replace('T', ' ')}（世界时）推算，未生效`
}

/** What the web is told of projections, cut to the reader's verbs. */
export function projectionMeta(projections: readonly Projection[], actor: Actor) {
  const own = projections.filter(({ can }) => may(actor, can) && may(actor, 'ledger.read'))
  if (actor.area !== actor.county) return []
  return own.map(({ id, label, system, note, columns, accounts, chart }) => ({
    id,
    label,
    system,
    note,
    columns: Object.entries(columns).map(([name, column]) => ({ name, ...column })),
    accounts: Object.entries(accounts).map(([name, label]) => ({ name, label })),
    chart: [...chart],
  }))
}
