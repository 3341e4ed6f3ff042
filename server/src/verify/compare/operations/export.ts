/** A comparison as an Excel file: a sheet of counts, then one for each class of rows; hidden values hidden. */
import exceljs from 'exceljs'
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, may, operation, platformProblems, saveFile } from '#platform'
import type { VerifyRoom } from '../../run.ts'
import { getCompared } from '../compare-store.ts'
import type { Work } from '../room.ts'
import { workOf } from '../room.ts'
import { listRowsOf, missingRows } from '../row-store.ts'
import type { HereRow, ListRow } from '../show.ts'
import { hereRows, showListRows } from '../show.ts'
import type { RowClass } from '../tables.ts'

/** Lines of a sheet; a longer class is cut off and the file says so. */
const MOST = 50_000
const PAGE = 1000

export const classWords: Readonly<Record<RowClass | 'onlyHere', string>> = {
  differs: '对上，有不同',
  same: '对上，一致',
  candidate: '待认',
  onlyThere: '名单有、名册没有',
  onlyHere: '名册有、名单没有',
  unreadable: '认不出',
  repeated: '名单内重复',
}

export function exportDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.export',
    text: t('导出比对结果', 'Export a comparison'),
    can: 'verify.read',
    audit: 'export',
    input: z.object({ comparisonId: z.int().positive() }),
    output: z.object({
      fileId: z.number(),
      rows: z.number(),
      /** Whether a class was cut off. */ more: z.boolean(),
    }),
    run: async (ctx, { comparisonId }) => {
      const work = workOf(ctx, room, await getCompared(ctx, comparisonId))
      const verb = `${work.kind.register}.export`
      if (!may(ctx.actor, verb))
        throw platformProblems.notAllowed({ verb, text: t('导出名册', 'Export the register') })
      const book = new exceljs.Workbook()
      const { rows, more } = await fill(ctx, work, book)
      const bytes = Buffer.from(await book.xlsx.writeBuffer())
      const name = `${work.compared.fileName.replace(/\.[^.]*$/, '')}（比对）.xlsx`
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const { id } = await saveFile(ctx.tx, { name, mime, bytes })
      ctx.note({ subject: `comparison:${comparisonId}`, after: { rows } })
      return { fileId: id, rows, more }
    },
  })
}

async function fill(ctx: Ctx, work: Work, book: exceljs.Workbook) {
  const counts = book.addWorksheet('比对')
  let rows = 0
  let more = false
  for (const [name, words] of Object.entries(classWords)) {
    const all = work.compared.counts[name] ?? 0
    if (all === 0) continue
    const page = book.addWorksheet(words.replace(/[、，]/g, ''))
    rows +=
      name === 'onlyHere'
        ? await missing(ctx, work, page)
        : await listed(ctx, work, { page, of: name as RowClass })
    more ||= all > MOST
  }
  countLines(work, counts)
  return { rows, more }
}

function countLines({ compared, kind }: Work, page: exceljs.Worksheet): void {
  page.columns = [{ width: 24 }, { width: 40 }]
  page.addRow(['比对', kind.label.zh])
  page.addRow(['名单', `${compared.sender} ${compared.listDate}《${compared.fileName}》`])
  page.addRow(['文件摘要（SHA-256）', compared.sha256])
  page.addRow([
    '比对人',
    `${compared.maker}（${compared.office}）${compared.doneAt ? dayAt(compared.doneAt) : ''}`,
  ])
  page.addRow(['名单行数', compared.read])
  for (const [name, words] of Object.entries(classWords)) {
    const count = compared.counts[name] ?? 0
    page.addRow([words, count, ...(count > MOST ? [`只导出前 ${MOST} 行`] : [])])
  }
}

async function listed(
  ctx: Ctx,
  work: Work,
  { page, of }: { page: exceljs.Worksheet; of: RowClass },
): Promise<number> {
  const names = Object.keys(work.list.fields)
  const heads = names.map((name) => work.list.fields[name]?.label.zh ?? name)
  page.addRow(['表', '行', ...heads, '名册里的', '所在地', '不同之处', '可能是', '说明']).font = {
    bold: true,
  }
  let done = 0
  for (let after = 0; done < MOST; ) {
    const rows = await listRowsOf(ctx, { id: work.compared.id, classes: [of], after, limit: PAGE })
    for (const row of await showListRows(ctx, work, rows)) page.addRow(lineOf(names, row))
    done += rows.length
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
  return done
}

function lineOf(names: readonly string[], row: ListRow): (string | number)[] {
  const values = new Map(row.values.map(({ name, value }) => [name, value]))
  const differs = row.differs.map(
    ({ label, there, now }) => `${label.zh}：名单 ${there}，名册 ${now ?? '未填'}`,
  )
  const candidates = row.candidates.map(
    ({ title, areaName, score, reasons }) =>
      `${areaName} ${title}（${score} 分：${reasons.map(({ zh }) => zh).join('、')}）`,
  )
  return [
    row.sheet,
    row.row,
    ...names.map((name) => values.get(name) ?? ''),
    row.here.map(({ title }) => title).join('；'),
    row.here.map(({ areaName }) => areaName).join('；'),
    differs.join('\n'),
    candidates.join('\n'),
    row.problems.map(({ place, text }) => `${place.zh}　${text.zh}`).join('\n'),
  ]
}

async function missing(ctx: Ctx, work: Work, page: exceljs.Worksheet): Promise<number> {
  let heads: string[] | undefined
  let done = 0
  for (let after = 0; done < MOST; ) {
    const rows = await missingRows(ctx, { id: work.compared.id, after, limit: PAGE })
    const here = await hereRows(
      ctx,
      work,
      rows.map(({ rowId }) => rowId),
    )
    for (const one of here.values()) {
      if (!heads) {
        heads = one.values.map(({ label }) => label.zh)
        page.addRow(['名称', '所在地', '各栏']).font = { bold: true }
      }
      page.addRow(hereLine(one))
    }
    done += rows.length
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
  return done
}

function hereLine({ title, areaName, values }: HereRow): string[] {
  return [title, areaName, values.map(({ label, value }) => `${label.zh} ${value}`).join('，')]
}
