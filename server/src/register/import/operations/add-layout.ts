/** 设置/导入: the layout of a sender's tables from the lines of its head alone, before any file of it has come. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation, platformProblems } from '#platform'
import type { Importer } from '../importer.ts'
import { keepLayout } from '../layout-store.ts'
import { layoutColumns } from '../mapping/layout.ts'
import { sheetPlanner } from '../mapping/plan-sheets.ts'
import { importProblems } from '../problems.ts'
import type { Sheet, SheetRow } from '../read/index.ts'
import { mayMerge } from './shapes.ts'

/** As a head that is chosen on a sheet. */
const MOST_LINES = 5
const MOST_COLUMNS = 200

export function addLayoutDoor(importer: Importer) {
  return operation({
    name: 'import.addLayout',
    text: t('增加报表格式', 'Add a layout'),
    can: (given) => `${given.register}.import`,
    audit: 'write',
    input: z.object({
      register: z.string().max(60),
      name: z.string().trim().min(1).max(60),
      /** Empty: the actor's office. */
      sender: z.string().trim().max(100).default(''),
      /** The cells of the head, line by line as they are copied from the sheet; of merged cells the first one holds the text. */
      lines: z
        .array(z.array(z.string().max(200)).max(MOST_COLUMNS))
        .min(1)
        .max(MOST_LINES),
    }),
    output: z.object({ id: z.number() }),
    run: async (ctx, { register: named, name, lines, ...given }) => {
      const register = importer.registry.get(named)
      if (!mayMerge(ctx, named)) throw platformProblems.notFound()
      const sender = given.sender || ctx.actor.office
      const plan = await sheetPlanner(ctx, { importer, register, area: ctx.actor.area, sender })
      const { head, columns } = await plan(sheetOf(name, lines), { top: 1, bottom: lines.length })
      if (!head) throw importProblems.noHead({ top: 1, sheet: name })
      const layout = { register: named, sender, name, lines: lines.length, use: true }
      const id = await keepLayout(ctx, { ...layout, columns: layoutColumns(columns) })
      ctx.note({ subject: `import-layout:${id}`, after: { ...layout, columns: columns.length } })
      return { id }
    },
  })
}

/** A sheet that holds nothing but its head. */
function sheetOf(name: string, lines: readonly (readonly string[])[]): Sheet {
  const rows: SheetRow[] = spread(lines).map((cells, at) => ({
    number: at + 1,
    cells: cells.map((text) => (text === '' ? undefined : { value: text, text })),
  }))
  return {
    name,
    hidden: false,
    rows: async function* () {
      yield rows
    },
    merges: async () => [],
  }
}

/** Pure. Copied cells do not say that they are merged: an empty one over a heading has the text on its left. */
export function spread(lines: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  return lines.map((cells, line) => {
    const below = lines.slice(line + 1)
    let left = ''
    return Array.from({ length: width }, (_, at) => {
      const own = cells[at]?.trim() ?? ''
      if (own !== '') left = own
      else if (!below.some((under) => (under[at] ?? '').trim() !== '')) left = ''
      return own === '' ? left : own
    })
  })
}
