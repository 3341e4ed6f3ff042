/** A kept document: what is in it, what its check finds, and its findings in the store. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Outcome } from './figures/outcome.ts'
import type { Rule } from './figures/rules.ts'
import { ruleOf, rules } from './figures/rules.ts'
import { runSet } from './figures/run-set.ts'
import { checkSetShape } from './figures/shape.ts'
import { sheetRowShape, sheetSet } from './figures/sheet.ts'
import type { StoredCheck } from './finding-store.ts'
import { addHits, closeUnder } from './finding-store.ts'
import type { Hit } from './finds/hit.ts'
import type { KeptSheet } from './sheet-store.ts'
import { checkText } from './texts/check-text.ts'
import type { Spot } from './texts/finding.ts'
import type { Reading } from './texts/propose.ts'
import { readFigures } from './texts/propose.ts'
import type { Verdict } from './verdict.ts'
import { isFault } from './verdict.ts'

export const contentShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), rows: z.array(sheetRowShape).max(2000) }),
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

/** All relations with their verdicts, the good ones too; of a text its faults, and what is proposed. */
export function checkContent(title: string, content: Content): CheckedContent {
  if (content.kind === 'rows')
    return { checked: runSet(sheetSet(title, content.rows)).map(plain), reading: null }
  if (content.kind === 'set') return { checked: runSet(content.set).map(plain), reading: null }
  const reading = readFigures(content.text)
  const confirmed = reading.proposals.filter(({ relation }) => content.confirmed.includes(relation.id))
  const outcomes = runSet({ figures: reading.figures, relations: confirmed.map(({ relation }) => relation) })
  return { checked: [...wordsOf(content), ...outcomes.map((one) => marked(one, reading))], reading }
}

const plain = (outcome: Outcome): Checked => ({ ...outcome, spots: [], slight: false })

/** The key of a fault in a text is what is written there, so that an edit elsewhere leaves it the same. */
function wordsOf({ text, tables }: Extract<Content, { kind: 'text' }>): Checked[] {
  const times = new Map<string, number>()
  return checkText(text, { tables }).map(({ slight, ...one }) => {
    const words = createHash('sha256').update(`${one.rule} ${one.stated}`).digest('hex').slice(0, 16)
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
  const place: Text = t(`《${sheet.title}》${one.place}`, `${sheet.title}: ${one.place}`)
  return {
    key: keyOf(sheet, one),
    rowIds: [sheet.id],
    area: sheet.area,
    verdict: one.verdict,
    place,
    stated: one.stated,
    computed: one.note ? `${one.computed}。${one.note.zh}` : one.computed,
    difference: one.difference,
    sensitive: null,
    people: 0,
    amount: null,
    reporters: [sheet.madeBy],
  }
}

/** Whether a finding's key still shows in the document as it is kept. */
export function stillShows(sheet: KeptSheet, key: string): boolean {
  const { checked } = checkContent(sheet.title, contentShape.parse(sheet.content))
  return checked.some(
    (one) => one.verdict !== 'ok' && one.verdict !== 'bound-ok' && keyOf(sheet, one) === key,
  )
}
