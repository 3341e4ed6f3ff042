/** A kept document: what is in it, what its check finds, and its findings in the store. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { clock } from '#platform'
import type { Outcome } from './figures/outcome.ts'
import type { Rule } from './figures/rules.ts'
import { ruleOf, rules } from './figures/rules.ts'
import { runSet } from './figures/run-set.ts'
import type { CheckSet, Figure } from './figures/shape.ts'
import { checkSetShape, documentAtShape } from './figures/shape.ts'
import type { SheetRow } from './figures/sheet.ts'
import { sheetRowShape, sheetSet } from './figures/sheet.ts'
import type { StoredCheck } from './finding-store.ts'
import { addHits, closeUnder } from './finding-store.ts'
import type { Hit } from './finds/hit.ts'
import type { FigureRoom } from './registered/look.ts'
import type { Found } from './registered/sheet.ts'
import { findFigures } from './registered/sheet.ts'
import type { KeptSheet } from './sheet-store.ts'
import { checkText } from './texts/check-text.ts'
import type { Spot } from './texts/finding.ts'
import type { Reading } from './texts/propose.ts'
import { readFigures } from './texts/propose.ts'
import type { Verdict } from './verdict.ts'
import { isFault } from './verdict.ts'
import { joinedWords } from './words.ts'

export const contentShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rows'),
    rows: z.array(sheetRowShape).max(2000),
    at: documentAtShape.optional(),
  }),
  z.object({ kind: z.literal('set'), set: checkSetShape }),
  z.object({
    kind: z.literal('text'),
    text: z.string().max(2_000_000),
    tables: z.int().min(0).default(0),
    /** Ids of the proposed relations that an officer confirmed. */
    confirmed: z.array(z.string().max(120)).max(2000).default([]),
  }),
])
export type Content = z.infer<typeof contentShape>

/** One thing that was looked at, with its verdict. */
export type Checked = Outcome & { spots: readonly Spot[]; slight: boolean }

export type CheckedContent = { checked: Checked[]; reading: Reading | null }

/** Figures that were counted in registers, by their id on the document; without any those stay unknown. */
export type Counts = ReadonlyMap<string, { figure: Figure }>

/** All relations with their verdicts, the good ones too; of a text its faults, and what is proposed. */
export function checkContent(title: string, content: Content, counts: Counts = new Map()): CheckedContent {
  if (content.kind !== 'text') {
    const { figures, relations } = setOf(title, content)
    const filled = figures.map((figure) => ({ ...figure, ...counts.get(figure.id)?.figure }))
    return { checked: runSet({ figures: filled, relations }).map(plain), reading: null }
  }
  const reading = readFigures(content.text)
  const confirmed = reading.proposals.filter(({ relation }) => content.confirmed.includes(relation.id))
  const outcomes = runSet({ figures: reading.figures, relations: confirmed.map(({ relation }) => relation) })
  return { checked: [...wordsOf(content), ...outcomes.map((one) => marked(one, reading))], reading }
}

/** Rows as a declared file; a declared file as it is. */
function setOf(title: string, content: Exclude<Content, { kind: 'text' }>): CheckSet {
  return content.kind === 'rows' ? sheetSet(title, content.rows) : content.set
}

/** Counts what the document takes from registers, as this actor sees them. */
export async function countContent(
  ctx: Ctx,
  room: FigureRoom,
  { title, content }: { title: string; content: Content },
): Promise<Map<string, Found>> {
  if (content.kind === 'text') return new Map()
  const { figures } = setOf(title, content)
  const wanted = figures.flatMap(({ id, label, place = label, en, from }) =>
    from ? [{ id, label, place, from, ...(en ? { en } : {}) }] : [],
  )
  const at = (content.kind === 'rows' ? content.at : content.set.at) ?? {}
  return findFigures(ctx, room, { wanted, at })
}

/** What is kept says of what place and day its figures of registers are: tomorrow it is still the same document. */
export function datedContent({ actor }: Ctx, content: Content): Content {
  if (content.kind !== 'rows' || !content.rows.some(({ register }) => register)) return content
  return { ...content, at: { area: actor.area, day: clock.today(), ...content.at } }
}

/** The row that the finding with this key is of. */
export function rowOfKey(rows: readonly SheetRow[], key: string): SheetRow | undefined {
  const at = /:register\.r(\d+)$/.exec(key)?.[1]
  return at === undefined ? undefined : rows[Number(at) - 1]
}

const plain = (outcome: Outcome): Checked => ({ ...outcome, spots: [], slight: false })

/** The key of a fault in a text is what is written there, so that an edit elsewhere leaves it the same. */
function wordsOf({ text, tables }: Extract<Content, { kind: 'text' }>): Checked[] {
  const times = new Map<string, number>()
  return checkText(text, { tables }).map(({ slight, ...one }) => {
    const words = createHash('sha256').update(`${one.rule} ${one.stated.zh}`).digest('hex').slice(0, 16)
    times.set(words, (times.get(words) ?? 0) + 1)
    return { ...one, relation: `text.${words}.${times.get(words)}`, slight: slight ?? false }
  })
}

/** Where the figures of a confirmed relation stand. */
function marked(outcome: Outcome, { figures, proposals }: Reading): Checked {
  const relation = proposals.find((one) => outcome.relation.startsWith(one.relation.id))?.relation
  const named = JSON.stringify(relation ?? {})
  const part = relation ? outcome.relation.slice(relation.id.length + 1) : ''
  const spots = figures
    .filter(({ id }) => (part === '' ? named.includes(`"${id}"`) : part === id))
    .map(({ spot }) => spot)
  return { ...outcome, spots, slight: false }
}

export const sheetRegister = 'figureSheet'

const hard: readonly Verdict[] = ['mismatch', 'contradiction', 'infeasible-date', 'bound-fail']

/** Writes what was found, rule by rule; what the document no longer shows is corrected. */
export async function keepFindings(ctx: Ctx, sheet: KeptSheet, checked: readonly Checked[]): Promise<number> {
  const told = checked.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'bound-ok')
  for (const { id } of rules) {
    const own = told.filter(({ rule }) => rule === id)
    for (const level of ['hard', 'doubt'] as const)
      await addHits(
        ctx,
        checkOfRule(id, level),
        own.filter((one) => levelOf(one) === level).map((one) => hitOf(sheet, one)),
      )
    const keys = own.map((one) => keyOf(sheet, one))
    await closeUnder(ctx, { check: checkIdOf(id), begin: `${sheet.id}:`, keys })
  }
  return told.filter(({ verdict }) => isFault(verdict)).length
}

const levelOf = ({ verdict, slight }: Checked) => (!slight && hard.includes(verdict) ? 'hard' : 'doubt')
const keyOf = (sheet: KeptSheet, { relation }: Checked) => `${sheet.id}:${relation}`

const checkIdOf = (rule: string) => `figures.${rule}`

/** The rule by which a finding of a document was made; undefined for those of registers. */
export function ruleOfCheck(checkId: string): Rule | undefined {
  return checkId.startsWith('figures.') ? ruleOf(checkId.slice('figures.'.length)) : undefined
}

/** What the store asks of a check; documents are not looked at through the registers. */
function checkOfRule(id: string, level: StoredCheck['level']): StoredCheck {
  return { id: checkIdOf(id), on: sheetRegister, level }
}

function hitOf(sheet: KeptSheet, one: Checked): Hit {
  const place: Text = t(`《${sheet.title}》${one.place.zh}`, `${sheet.title}: ${one.place.en}`)
  return {
    key: keyOf(sheet, one),
    rowIds: [sheet.id],
    area: sheet.area,
    verdict: one.verdict,
    place,
    stated: one.stated,
    computed: one.note ? joinedWords([one.computed, one.note], t('。', '. ')) : one.computed,
    difference: one.difference,
    sensitive: null,
    people: 0,
    amount: null,
    reporters: [sheet.madeBy],
  }
}

/** Whether a finding's key still shows in the document as it is kept. */
export async function stillShows(
  ctx: Ctx,
  room: FigureRoom,
  sheet: KeptSheet,
  key: string,
): Promise<boolean> {
  const document = { title: sheet.title, content: contentShape.parse(sheet.content) }
  const counts = await countContent(ctx, room, document)
  const { checked } = checkContent(document.title, document.content, counts)
  return checked.some(
    (one) => one.verdict !== 'ok' && one.verdict !== 'bound-ok' && keyOf(sheet, one) === key,
  )
}
