/** One cell into one value: unfolding of glosses and traditional characters, words of the system, the kind's own reading. */
import type { Day, Text } from '#kernel'
import { findUndecodable, foldWidth, stripGlosses, t, undecodableText } from '#kernel'
import type { Cell, Field, Parsed } from '../../kinds/index.ts'
import type { SheetCell } from '../read/index.ts'
import { simplified } from '../simplified.ts'
import { saysDitto } from '../table/ditto.ts'
import type { AutoFix, Issue } from './draft.ts'
import { converted } from './units.ts'

/** What is the same for all cells of a column. */
export type Asked = {
  name: string
  field: Field
  column: string
  words: Readonly<Record<string, string>> | undefined
  today: Day | undefined
  /** The unit that the column states, where it states one. */
  unit?: string | undefined
  /** Whether the column holds ages. */
  age?: boolean
}

export type CellRead = { value?: unknown; raw?: string; issues: Issue[]; fixed: AutoFix[] }

const plainAscii = /^[\x20-\x7e]*$/

/** Excel keeps 15 digits: a longer number in a number cell has lost its end. */
const MOST_DIGITS = 1e15

export function readCell(asked: Asked, cell: SheetCell): CellRead {
  const { name, field, column, words, today, unit, age } = asked
  const found: CellRead = { issues: [], fixed: cell.merged === 'rest' ? ['merged'] : [] }
  const fault = faultOf(cell, field)
  if (fault) {
    found.issues.push({
      code: `${fault.code}:${name}`,
      level: 'wrong',
      field: name,
      column,
      text: fault.text,
    })
    return found
  }
  const years = field.kind.name === 'day' ? yearsOf(cell, age === true) : null
  if (years !== null) {
    found.issues.push(ageDoubt({ name, column, years }))
    return { ...found, raw: `${years}岁` }
  }
  const shown = cell.percent && field.kind.name === 'percent' ? cell.text : cell.value
  const inUnit = converted(shown, field, unit)
  if (inUnit !== undefined) found.fixed.push('unit')
  const given = inUnit ?? (typeof shown === 'string' ? cleanText(shown, field, found.fixed) : shown)
  if (typeof cell.value === 'string') addUndecodable(asked, cell.value, found.issues)
  const word = words && typeof given === 'string' ? words[given.replace(/\s/g, '')] : undefined
  take(found, asked, { given, read: field.kind.parse(word ?? given, field, today ? { today } : {}) })
  return found
}

function addUndecodable({ name, column }: Asked, text: string, issues: Issue[]): void {
  for (const run of findUndecodable(text))
    issues.push({
      code: `garbled:${name}`,
      level: 'doubt',
      field: name,
      column,
      text: undecodableText(run, {}),
    })
}

function take(
  found: CellRead,
  { name, column, field }: Asked,
  { given, read }: { given: Cell; read: Parsed<unknown> },
): void {
  const fix = fixOf(given, read)
  if (fix) found.fixed.push(fix)
  if (!read.ok)
    found.issues.push({
      code: `unreadable:${name}`,
      level: 'wrong',
      field: name,
      column,
      text: read.text,
      ...nearChoices(given, { name, field }),
    })
  else {
    if (read.doubt)
      found.issues.push({ code: `doubt:${name}`, level: 'doubt', field: name, column, text: read.doubt })
    if (read.value !== null) found.value = read.value
    if (read.raw !== undefined) found.raw = read.raw
  }
}

/** Choices that share a character with what is written. A number is never proposed. */
function nearChoices(given: Cell, { name, field }: { name: string; field: Field }): Pick<Issue, 'proposals'> {
  if (typeof given !== 'string' || !field.options) return {}
  const near = Object.values(field.options).filter(({ zh }) => [...zh].some((char) => given.includes(char)))
  const proposals = near.slice(0, 3).map(({ zh, en }) => ({
    field: name,
    value: zh,
    text: t(`改为${zh}`, `Make it ${en}`),
  }))
  return proposals.length > 0 ? { proposals } : {}
}

/** Names keep their characters: 乾 in a name is no variant of 干. */
function cleanText(text: string, field: Field, fixed: AutoFix[]): string {
  if (plainAscii.test(text)) return text
  const bare = stripGlosses(text)
  if (bare !== text) fixed.push('gloss')
  if (foldWidth(bare) !== bare && /[０-９Ａ-Ｚａ-ｚ]/.test(bare)) fixed.push('width')
  if (field.kind.name === 'name') return bare
  const simple = simplified(bare)
  if (simple !== bare) fixed.push('simplified')
  return simple
}

/** A number written in another form than it will be kept: 2019.3.5, a 15-digit identity number. */
function fixOf(given: Cell, read: Parsed<unknown>): AutoFix | null {
  if (!read.ok || typeof given !== 'string' || typeof read.value !== 'string' || given === read.value)
    return null
  const text = foldWidth(given).replace(/\s/g, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(read.value) && text !== read.value) return 'date'
  return text.length === 15 && read.value.length === 18 ? 'upgraded' : null
}

/** What no kind of field can read. */
function faultOf(cell: SheetCell, field: Field): { code: string; text: Text } | null {
  const lost = lostDigits(cell.value, field)
  if (lost) return { code: 'lostDigits', text: lost }
  if (typeof cell.value !== 'string') return null
  if (cell.value.startsWith('#') && /^#(?:REF!|DIV\/0!|N\/A|NAME\?|VALUE!|NUM!|NULL!)$/.test(cell.value))
    return {
      code: 'errorValue',
      text: t(
        `公式出错（${cell.value}）。请在 Excel 里改好，或在这里填上内容。`,
        `The formula gave an error (${cell.value}). Mend it in Excel, or write the value here.`,
      ),
    }
  if (!saysDitto(cell.value)) return null
  return {
    code: 'dittoNothing',
    text: t(
      `写的是“${cell.value.trim()}”，上面一行没有内容可照。请填上内容。`,
      `It says "${cell.value.trim()}", but nothing stands above it. Write the value.`,
    ),
  }
}

/** Whether a heading speaks of ages. */
export function saysAge(path: readonly string[]): boolean {
  return /年龄|岁数|周岁/.test(path.at(-1) ?? '')
}

/** Characters of an age: 104周岁. */
const MOST_AGE = 5

/** 62岁, 62周岁; a bare number counts where the column holds ages. */
function yearsOf(cell: SheetCell, age: boolean): number | null {
  if (cell.text.length > MOST_AGE && !/\s/.test(cell.text)) return null
  const text = foldWidth(cell.text).replace(/\s/g, '')
  const match = /^(\d{1,3})(周?岁)?$/.exec(text)
  return match && (age || match[2] !== undefined) ? Number(match[1]) : null
}

/** A birth date is never computed from an age: two dates a year apart fit it. */
function ageDoubt({ name, column, years }: { name: string; column: string; years: number }): Issue {
  return {
    code: `age:${name}`,
    level: 'doubt',
    field: name,
    column,
    text: t(
      `只写了年龄 ${years} 岁，推不出是哪一天。请填出生日期；不知道可以先收，这一栏记作不详。`,
      `Only an age is given (${years}), which tells no day. Write the date of birth; accepted as it is, it stays unknown.`,
    ),
  }
}

function lostDigits(value: Cell, field: Field) {
  const tooLong = typeof value === 'number' && Math.abs(value) >= MOST_DIGITS
  const powers =
    typeof value === 'string' && value.includes('+') && /^\d(?:\.\d+)?[eE]\+\d{2}$/.test(value.trim())
  if (!(tooLong || powers) || field.kind.excel(field).number) return null
  return t(
    'Excel 把这个号码当成数字，末几位已经丢了。请把这一列设成文本，对照证件重填。',
    'Excel took this number for a quantity and lost its last digits. Set the column to text and copy it again from the card.',
  )
}
