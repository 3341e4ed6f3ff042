/** A comparison as an Excel file: a sheet of counts, then one for each class of rows; hidden values hidden. */
import exceljs from 'exceljs'
import { z } from 'zod'
import type { Locale, Text } from '#kernel'
import { say, t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, may, operation, platformProblems, saveFile } from '#platform'
import type { VerifyRoom } from '../../run.ts'
import { both, joinedWords, listedWords, severalWords } from '../../words.ts'
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

const classWords: Readonly<Record<RowClass | 'onlyHere', Text>> = {
  differs: t('对上，有不同', 'Matched, differing'),
  same: t('对上，一致', 'Matched, the same'),
  candidate: t('待认', 'To be recognised'),
  onlyThere: t('名单有、名册没有', 'Only in the list'),
  onlyHere: t('名册有、名单没有', 'Only in the register'),
  unreadable: t('认不出', 'Unreadable'),
  repeated: t('名单内重复', 'Repeated in the list'),
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
      const name = `${work.compared.fileName.replace(/\.[^.]*$/, '')}${say(t('（比对）', ' (compared)'), ctx.locale)}.xlsx`
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const { id } = await saveFile(ctx.tx, { name, mime, bytes })
      ctx.note({ subject: `comparison:${comparisonId}`, after: { rows } })
      return { fileId: id, rows, more }
    },
  })
}

async function fill(ctx: Ctx, work: Work, book: exceljs.Workbook) {
  const counts = book.addWorksheet(say(t('比对', 'Comparison'), ctx.locale))
  let rows = 0
  let more = false
  for (const [name, words] of Object.entries(classWords)) {
    const all = work.compared.counts[name] ?? 0
    if (all === 0) continue
    const page = book.addWorksheet(say(words, ctx.locale).replace(/[、，]/g, ''))
    rows +=
      name === 'onlyHere'
        ? await missing(ctx, work, page)
        : await listed(ctx, work, { page, of: name as RowClass })
    more ||= all > MOST
  }
  countLines(ctx, work, counts)
  return { rows, more }
}

function countLines({ locale }: Ctx, { compared, kind }: Work, page: exceljs.Worksheet): void {
  page.columns = [{ width: 24 }, { width: 40 }]
  const { sender, listDate, fileName, maker, office } = compared
  const done = compared.doneAt ? dayAt(compared.doneAt) : ''
  const add = (head: Text, value: Text | string | number, more?: Text) =>
    page.addRow(
      [head, value, ...(more ? [more] : [])].map((one) => (typeof one === 'object' ? say(one, locale) : one)),
    )
  add(t('比对', 'Comparison'), kind.label)
  add(
    t('名单', 'List'),
    t(`${sender} ${listDate}《${fileName}》`, `${sender}, ${listDate}, file ${fileName}`),
  )
  add(t('文件摘要（SHA-256）', 'Digest of the file (SHA-256)'), compared.sha256)
  add(t('比对人', 'Compared by'), t(`${maker}（${office}）${done}`, `${maker} (${office}) ${done}`))
  add(t('名单行数', 'Rows of the list'), compared.read)
  for (const [name, words] of Object.entries(classWords)) {
    const count = compared.counts[name] ?? 0
    const cut = t(`只导出前 ${MOST} 行`, `only the first ${MOST} are exported`)
    add(words, count, count > MOST ? cut : undefined)
  }
}

async function listed(
  ctx: Ctx,
  work: Work,
  { page, of }: { page: exceljs.Worksheet; of: RowClass },
): Promise<number> {
  const names = Object.keys(work.list.fields)
  const { locale } = ctx
  const heads = names.map((name) => work.list.fields[name]?.label ?? t(name, name))
  page.addRow([...first, ...heads, ...last].map((head) => say(head, locale))).font = { bold: true }
  let done = 0
  for (let after = 0; done < MOST; ) {
    const rows = await listRowsOf(ctx, { id: work.compared.id, classes: [of], after, limit: PAGE })
    for (const row of await showListRows(ctx, work, rows)) page.addRow(lineOf(names, row, locale))
    done += rows.length
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
  return done
}

const first = [t('表', 'Sheet'), t('行', 'Row')]
const last = [
  t('名册里的', 'In the register'),
  t('所在地', 'Place'),
  t('不同之处', 'Differences'),
  t('可能是', 'May be'),
  t('说明', 'Remarks'),
]

const differsWords = ({ label, there, now }: ListRow['differs'][number]) =>
  t(
    `${label.zh}：名单 ${there}，名册 ${now ?? '未填'}`,
    `${label.en}: list ${there}, register ${now ?? 'not filled in'}`,
  )

function candidateWords({ title, areaName, score, reasons }: ListRow['candidates'][number]): Text {
  const { zh, en } = listedWords(reasons)
  return t(`${areaName} ${title}（${score} 分：${zh}）`, `${areaName} ${title} (${score} points: ${en})`)
}

function lineOf(names: readonly string[], row: ListRow, locale: Locale): (string | number)[] {
  const values = new Map(row.values.map(({ name, value }) => [name, value]))
  const lines = (texts: readonly Text[]) => texts.map((text) => say(text, locale)).join('\n')
  return [
    row.sheet,
    row.row,
    ...names.map((name) => values.get(name) ?? ''),
    say(severalWords(row.here.map(({ title }) => title)), locale),
    say(severalWords(row.here.map(({ areaName }) => areaName)), locale),
    lines(row.differs.map(differsWords)),
    lines(row.candidates.map(candidateWords)),
    lines(row.problems.map(({ place, text }) => both`${place}${t('　', ': ')}${text}`)),
  ]
}

async function missing(ctx: Ctx, work: Work, page: exceljs.Worksheet): Promise<number> {
  const heads = [t('名称', 'Name'), t('所在地', 'Place'), t('各栏', 'Fields')]
  let done = 0
  for (let after = 0; done < MOST; ) {
    const rows = await missingRows(ctx, { id: work.compared.id, after, limit: PAGE })
    const here = await hereRows(
      ctx,
      work,
      rows.map(({ rowId }) => rowId),
    )
    if (page.rowCount === 0 && here.size > 0)
      page.addRow(heads.map((head) => say(head, ctx.locale))).font = { bold: true }
    for (const one of here.values()) page.addRow(hereLine(one, ctx.locale))
    done += rows.length
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
  return done
}

function hereLine({ title, areaName, values }: HereRow, locale: Locale): string[] {
  const told = values.map(({ label, value }) => both`${label} ${value}`)
  return [title, areaName, say(joinedWords(told, t('，', ', ')), locale)]
}
