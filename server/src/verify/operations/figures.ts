/** Figures and texts of documents: read from a file, checked, kept with their findings. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, readFile } from '#platform'
import { ruleOf } from '../figures/rules.ts'
import { verifyProblems } from '../problems.ts'
import { readUpload } from '../read-upload.ts'
import type { VerifyRoom } from '../run.ts'
import type { CheckedContent, Content } from '../sheet.ts'
import { checkContent, contentShape, countContent, datedContent, keepFindings } from '../sheet.ts'
import { addSheet, changeSheet, getSheet, listSheets } from '../sheet-store.ts'
import { isFault, verdictTexts } from '../verdict.ts'
import { text } from './show.ts'

const title = z.string().trim().min(1).max(120)
const spot = z.object({ at: z.number(), length: z.number() })

/** `fault`: whether it counts; `spots`: where it stands in a text. */
const checkedShape = z.object({
  rule: z.string(),
  label: text,
  advice: text,
  relation: z.string(),
  verdict: z.string(),
  verdictText: text,
  fault: z.boolean(),
  slight: z.boolean(),
  place: text,
  stated: text,
  computed: text,
  difference: z.string().nullable(),
  note: text.nullable(),
  spots: z.array(spot),
})

/** `proposals`: relations that the figures of a text may have; only those named in `confirmed` are checked. */
const resultShape = z.object({
  checked: z.array(checkedShape),
  proposals: z.array(z.object({ id: z.string(), words: text })),
  faults: z.number(),
})

type Document = { title: string; content: Content }

/** Checks a document with what it takes from registers, as this actor sees them. */
async function check(ctx: Ctx, room: VerifyRoom, { title, content }: Document): Promise<CheckedContent> {
  return checkContent(title, content, await countContent(ctx, room, { title, content }))
}

async function resultOf(ctx: Ctx, room: VerifyRoom, document: Document) {
  return shown(await check(ctx, room, document))
}

function shown({ checked, reading }: CheckedContent): z.infer<typeof resultShape> {
  return {
    checked: checked.map((one) => ({
      ...one,
      label: ruleOf(one.rule)?.label ?? t(one.rule, one.rule),
      advice: ruleOf(one.rule)?.advice ?? t('', ''),
      verdictText: verdictTexts[one.verdict],
      fault: isFault(one.verdict),
      note: one.note ?? null,
      spots: [...one.spots],
    })),
    proposals: (reading?.proposals ?? []).map(({ relation, words }) => ({ id: relation.id, words })),
    faults: checked.filter(({ verdict }) => isFault(verdict)).length,
  }
}

export function readFiguresDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.readFigures',
    text: t('读入要核的材料', 'Read a document to be checked'),
    can: 'verify.run',
    audit: 'read',
    input: z.object({ fileId: z.int().positive() }),
    output: z.object({ title: z.string(), content: contentShape, result: resultShape }),
    run: async (ctx, { fileId }) => {
      const file = await readFile(ctx.tx, fileId)
      ctx.note({ subject: `file:${fileId}` })
      const upload = await readUpload(file.bytes, file.name)
      const content: Content = upload.kind === 'text' ? { ...upload, confirmed: [] } : upload
      const title = file.name.replace(/\.[^.]+$/, '').slice(0, 120) || file.name
      return { title, content, result: await resultOf(ctx, room, { title, content }) }
    },
  })
}

export function checkFiguresDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.checkFigures',
    text: t('核一核，不留存', 'Check figures without keeping them'),
    can: 'verify.run',
    audit: 'none',
    input: z.object({ title, content: contentShape }),
    output: resultShape,
    run: (ctx, given) => resultOf(ctx, room, given),
  })
}

export function keepFiguresDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.keepFigures',
    text: t('核数据并留存疑点', 'Check figures and keep the findings'),
    can: 'verify.run',
    audit: 'write',
    input: z.object({
      title,
      content: contentShape,
      /** The kept document that this is a newer state of. */
      sheet: z.object({ id: z.int().positive(), version: z.int().positive() }).optional(),
    }),
    output: z.object({ sheetId: z.number(), version: z.number(), result: resultShape }),
    run: (ctx, given) => keep(ctx, room, given),
  })
}

type Kept = Document & { sheet?: { id: number; version: number } | undefined }

async function keep(ctx: Ctx, room: VerifyRoom, { content, ...more }: Kept) {
  const given = { ...more, content: datedContent(ctx, content) }
  const found = await check(ctx, room, given)
  const before = given.sheet ? await getSheet(ctx, given.sheet.id) : null
  const sheet = given.sheet
    ? await changeSheet(ctx, { ...given, ...given.sheet })
    : await addSheet(ctx, given)
  const faults = await keepFindings(ctx, sheet, found.checked)
  ctx.note({
    subject: `figureSheet:${sheet.id}`,
    ...(before ? { before: { title: before.title, version: before.version } } : {}),
    after: { title: sheet.title, version: sheet.version, faults },
  })
  return { sheetId: sheet.id, version: sheet.version, result: shown(found) }
}

const lineShape = z.object({
  id: z.number(),
  title: z.string(),
  maker: z.string(),
  changedAt: z.string(),
  open: z.number(),
  closed: z.number(),
})

export function figureSheetsDoor({ sets = [] }: VerifyRoom) {
  return operation({
    name: 'verify.figureSheets',
    text: t('查看核过的材料', 'List checked documents'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({ after: z.int().positive().optional(), limit: z.int().min(1).max(100).default(20) }),
    output: z.object({
      sheets: z.array(lineShape),
      next: z.number().nullable(),
      /** Declared with the systems; opened by their id. */
      declared: z.array(z.object({ id: z.string(), label: text, source: z.string().nullable() })),
    }),
    run: async (ctx, { after, limit }) => {
      const found = await listSheets(ctx, { limit: limit + 1, ...(after === undefined ? {} : { after }) })
      const sheets = found.slice(0, limit)
      return {
        sheets,
        next: found.length > limit ? (sheets.at(-1)?.id ?? null) : null,
        declared: sets.map(({ id, label, source }) => ({ id, label, source: source ?? null })),
      }
    },
  })
}

export function figureSheetDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.figureSheet',
    text: t('打开一份核过的材料', 'Open a checked document'),
    can: 'verify.read',
    audit: 'read',
    /** One that was kept, or one that a system declares. */
    input: z.union([z.object({ sheetId: z.int().positive() }), z.object({ declared: z.string().max(80) })]),
    output: z.object({
      title: z.string(),
      content: contentShape,
      sheet: z.object({ id: z.number(), version: z.number() }).nullable(),
      result: resultShape,
    }),
    run: async (ctx, ask) => {
      if ('declared' in ask) return declared(ctx, room, ask.declared)
      const kept = await getSheet(ctx, ask.sheetId)
      ctx.note({ subject: `figureSheet:${kept.id}` })
      const content = contentShape.parse(kept.content)
      const { id, version, title } = kept
      return { title, content, sheet: { id, version }, result: await resultOf(ctx, room, { title, content }) }
    },
  })
}

async function declared(ctx: Ctx, room: VerifyRoom, id: string) {
  const set = room.sets?.find((one) => one.id === id)
  if (!set) throw verifyProblems.noSheet()
  const document: Document = { title: set.label.zh, content: { kind: 'set', set } }
  return { ...document, sheet: null, result: await resultOf(ctx, room, document) }
}
