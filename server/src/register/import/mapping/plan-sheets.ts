/** The sheets of a file as they would be read: where the heads stand, what the columns mean, which sheets are left out. */
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { allAreas } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { layoutsFor } from '../layout-store.ts'
import type { Sheet, SheetRow } from '../read/index.ts'
import type { AreaBook } from '../stage/area-book.ts'
import { areaBook } from '../stage/area-book.ts'
import { areaFieldOf } from '../stage/read-row.ts'
import type { Head } from '../table/find-head.ts'
import { findHead, headAt } from '../table/find-head.ts'
import { firstRows, tableRows } from '../table/table.ts'
import { addedWords, rememberedHeads } from '../word-store.ts'
import type { Layout } from './layout.ts'
import { fittingLayout } from './layout.ts'
import { proposeColumns, sheetText } from './propose.ts'
import type { SheetPlan } from './target.ts'
import type { Vocabulary } from './vocabulary.ts'
import { vocabularyOf } from './vocabulary.ts'

/** `area`: what the file speaks of. `sender`: whose words, corrections and layouts hold. */
type Planning = {
  importer: Importer
  register: Register
  area: string
  sender: string
  /** Of the office that uploaded the file; the actor's unless given. */
  office?: string
}

type Plan = {
  register: Register
  vocabulary: Vocabulary
  remembered: ReadonlyMap<string, string>
  layouts: readonly Layout[]
  areas: AreaBook
  area: string
}

/** `head`: where somebody says that it stands. */
type Planner = (sheet: Sheet, head?: { top: number; bottom: number }) => Promise<SheetPlan>

export async function planSheets(
  ctx: Ctx,
  { sheets, ...asked }: Planning & { sheets: readonly Sheet[] },
): Promise<SheetPlan[]> {
  const plan = await sheetPlanner(ctx, asked)
  return Promise.all(sheets.map((sheet) => plan(sheet)))
}

/** What the sheets of a file have in common is asked for once. */
export async function sheetPlanner(
  ctx: Ctx,
  { importer, register, area, sender, office = ctx.actor.office }: Planning,
): Promise<Planner> {
  const sent = { register: register.name, sender }
  const added = await addedWords(ctx, { ...sent, office, area })
  const rules = importer.rulesOf(register.name)
  const plan = {
    register,
    vocabulary: vocabularyOf(importer.registry, register, { rules, added }),
    remembered: await rememberedHeads(ctx, sent),
    layouts: await layoutsFor(ctx, sent),
    areas: areaBook(await allAreas(ctx)),
    area,
  }
  return (sheet, head) => planSheet(sheet, plan, head)
}

/** A hidden sheet is shown but not used unless a person says so, now or of an earlier file of the sender. */
async function planSheet(
  sheet: Sheet,
  plan: Plan,
  chosen: { top: number; bottom: number } | undefined,
): Promise<SheetPlan> {
  const rows = await firstRows(sheet)
  const fit = chosen ? null : fittingLayout(rows, plan.layouts)
  const found = chosen
    ? headAt(rows, chosen)
    : (fit?.head ?? findHead(rows, (key) => plan.vocabulary.knows(key)))
  const use = usesSheet(sheet, plan, fit?.layout)
  const about = { name: sheet.name, hidden: sheet.hidden, use: found !== null && use }
  if (!found) return { ...about, head: null, titles: [], within: null, columns: [] }
  return {
    ...about,
    head: { top: found.top, bottom: found.bottom },
    ...(chosen ? { headBy: 'chosen' } : {}),
    ...(fit ? { headBy: 'layout', layout: { id: fit.layout.id, name: fit.layout.name } } : {}),
    titles: found.titles,
    within: plan.areas.mentioned([sheet.name, ...found.titles], plan.area),
    columns: columnsOf(plan, { head: found, rows: await samplesOf(sheet, found), layout: fit?.layout }),
  }
}

function usesSheet({ name, hidden }: Sheet, { remembered }: Plan, layout: Layout | undefined): boolean {
  const said = remembered.get(sheetText(name))
  if (said !== undefined) return said === ':on'
  return layout ? layout.use : !hidden
}

const SAMPLE_ROWS = 20

async function samplesOf(sheet: Sheet, head: Head): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of tableRows(sheet, head)) {
    rows.push(...batch.filter(({ role }) => role === 'data').map(({ row }) => row))
    if (rows.length >= SAMPLE_ROWS) break
  }
  return rows
}

function columnsOf(
  { register, vocabulary, remembered }: Plan,
  { head, rows, layout }: { head: Head; rows: readonly SheetRow[]; layout: Layout | undefined },
) {
  return proposeColumns({
    columns: head.columns,
    vocabulary,
    remembered,
    layout,
    rows,
    joins: (target) => target === areaFieldOf(register) || (target === ':owner' && vocabulary.ofPlaces),
    links: (target) => target === ':owner' || register.fields[target]?.kind.target !== undefined,
  })
}
