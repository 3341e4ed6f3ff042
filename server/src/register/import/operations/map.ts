/** ② The columns are confirmed or corrected; the file is read into staged rows, at once if it is small, else as a job. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { fileSize, operation } from '#platform'
import { changeBatch, senderOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { stageKind } from '../jobs.ts'
import { keepLayout } from '../layout-store.ts'
import { headText, layoutColumns } from '../mapping/layout.ts'
import { sheetText } from '../mapping/propose.ts'
import type { PlannedColumn, SheetPlan } from '../mapping/target.ts'
import { readTarget } from '../mapping/target.ts'
import { importProblems } from '../problems.ts'
import { clearStaged } from '../row-store.ts'
import { areaFieldOf } from '../stage/read-row.ts'
import type { StageState } from '../stage/stage-chunk.ts'
import { firstStage, LARGE_BYTES, REQUEST_ROWS, stageChunk } from '../stage/stage-chunk.ts'
import { forgetSteps } from '../step-store.ts'
import type { Batch } from '../tables.ts'
import { rememberHead } from '../word-store.ts'
import { importId, openDraft } from './shapes.ts'

/** Stretches read within the request; what is longer goes on as a job. */
const AT_ONCE = 3

const input = z.object({
  importId,
  sheets: z
    .array(
      z.object({
        name: z.string(),
        use: z.boolean().optional(),
        /** Column letters -> target. What is not named stays as proposed. */
        columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(60)).optional(),
        /** The name under which the layout of the sheet is kept for the sender. */
        layout: z.string().trim().min(1).max(60).optional(),
      }),
    )
    .default([]),
})

export function mapDoor(importer: Importer) {
  return operation({
    name: 'import.map',
    text: t('对表头', 'Map the columns'),
    can: 'signedIn',
    audit: 'write',
    input,
    output: z.object({ jobId: z.number().nullable(), rows: z.number() }),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      const sheets = batch.sheets.map((plan) =>
        corrected(
          plan,
          given.sheets.find(({ name }) => name === plan.name),
        ),
      )
      for (const plan of sheets) checkPlan(importer, batch, plan)
      await remember(ctx, batch, sheets)
      const names = new Map(given.sheets.map(({ name, layout }) => [name, layout]))
      await keepLayouts(ctx, batch, { sheets, names })
      await clearStaged(ctx, batch.id)
      await forgetSteps(ctx, batch.id)
      await changeBatch(ctx, batch.id, { state: 'staging', sheets })
      ctx.note({
        subject: `import:${batch.id}`,
        after: {
          columns: sheets.map(({ name, columns }) => [
            name,
            columns.map(({ letters, target }) => [letters, target]),
          ]),
        },
      })
      return stage(ctx, importer, batch)
    },
  })
}

type Correction = z.output<typeof input>['sheets'][number]

export function corrected(plan: SheetPlan, given: Correction | undefined): SheetPlan {
  if (!given) return plan
  return {
    ...plan,
    use: plan.head !== null && (given.use ?? plan.use),
    columns: plan.columns.map((column) => {
      const target = given.columns?.[column.letters]
      return target === undefined || target === column.target ? column : { ...column, target, how: 'chosen' }
    }),
  }
}

/** Every target exists, none is meant twice, and what tells rows apart is among them. */
function checkPlan(importer: Importer, batch: Batch, { use, columns }: SheetPlan): void {
  if (!use) return
  const register = importer.registry.get(batch.register)
  const meant = new Map<string, string[]>()
  for (const { target, letters } of columns) {
    const read = readTarget(target)
    if (read.kind === 'validFrom') meant.set('validFrom', [letters])
    if (read.kind !== 'field') continue
    if (!(read.field in register.fields)) throw importProblems.noTarget({ target })
    meant.set(read.field, [...(meant.get(read.field) ?? []), letters])
  }
  for (const [field, letters] of meant)
    if (letters.length > 1 && field !== areaFieldOf(register))
      throw importProblems.twoColumns({
        label: register.fields[field]?.label ?? register.label,
        columns: letters,
      })
  const told = [register.identity, register.identityElse ?? register.identity]
  if (!told.some((names) => names.some((name) => meant.has(name))))
    throw importProblems.noIdentity({
      labels: register.identity.flatMap((name) => register.fields[name]?.label ?? []),
    })
}

/** What a person chose is what the sender means next time. */
async function remember(ctx: Ctx, batch: Batch, sheets: readonly SheetPlan[]): Promise<void> {
  const chosen = new Map<string, PlannedColumn>()
  for (const { columns } of sheets)
    for (const column of columns) if (column.how === 'chosen') chosen.set(headText(column.path), column)
  const sent = { register: batch.register, sender: senderOf(batch) }
  for (const [head, { target }] of chosen) await rememberHead(ctx, { ...sent, head, target })
  for (const [at, { name, use }] of sheets.entries())
    if (use !== batch.sheets[at]?.use)
      await rememberHead(ctx, { ...sent, head: sheetText(name), target: use ? ':on' : ':off' })
}

type Keeping = { sheets: readonly SheetPlan[]; names: ReadonlyMap<string, string | undefined> }

/** A layout is kept where a person chose the head or gave it a name, and put right where the sheet was read by one. */
async function keepLayouts(ctx: Ctx, batch: Batch, { sheets, names }: Keeping): Promise<void> {
  for (const { name, head, headBy, layout, use, columns, titles } of sheets) {
    const named = names.get(name)
    const mended = layout !== undefined && columns.some(({ how }) => how === 'chosen')
    if (!head || !(headBy === 'chosen' || named !== undefined || mended)) continue
    await keepLayout(ctx, {
      register: batch.register,
      sender: senderOf(batch),
      name: named ?? layout?.name ?? titles[0]?.slice(0, 60) ?? name,
      lines: head.bottom - head.top + 1,
      use,
      columns: layoutColumns(columns),
    })
  }
}

async function stage(ctx: Ctx, importer: Importer, batch: Batch) {
  let state: StageState = firstStage
  const large = ((await fileSize(ctx.tx, batch.fileId)) ?? 0) >= LARGE_BYTES // would be read here for nothing
  for (let n = 0; n < AT_ONCE && !large; n++) {
    const step = await stageChunk(ctx, importer, { importId: batch.id, state, size: REQUEST_ROWS })
    state = step.state
    if (step.done) return { jobId: null, rows: state.rows }
  }
  const jobId = await ctx.enqueue({ kind: stageKind(batch.register), input: { importId: batch.id, state } })
  await changeBatch(ctx, batch.id, { jobId })
  return { jobId, rows: state.rows }
}
