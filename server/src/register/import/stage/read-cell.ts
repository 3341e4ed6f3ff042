/** One cell into one value: unfolding of glosses and traditional characters, words of the system, the kind's own reading. */
import type { Day } from '#kernel'
import { findUndecodable, foldWidth, stripGlosses, t, undecodableText } from '#kernel'
import type { Cell, Field, Parsed } from '../../kinds/index.ts'
import type { SheetCell } from '../read/index.ts'
import { simplified } from '../simplified.ts'
import type { AutoFix, Issue } from './draft.ts'

export type Asked = {
  name: string
  field: Field
  column: string
  cell: SheetCell
  words: Readonly<Record<string, string>> | undefined
  today: Day | undefined
}

export type CellRead = { value?: unknown; raw?: string; issues: Issue[]; fixed: AutoFix[] }

const plainAscii = /^[\x20-\x7e]*$/

/** Excel keeps 15 digits: a longer number in a number cell has lost its end. */
const MOST_DIGITS = 1e15

export function readCell({ name, field, column, cell, words, today }: Asked): CellRead {
  const fixed: AutoFix[] = cell.merged === 'rest' ? ['merged'] : []
  const issues: Issue[] = []
  const lost = lostDigits(cell.value, field)
  if (lost)
    return {
      issues: [{ code: `lostDigits:${name}`, level: 'wrong', field: name, column, text: lost }],
      fixed,
    }
  const given = typeof cell.value === 'string' ? cleanText(cell.value, field, fixed) : cell.value
  if (typeof cell.value === 'string')
    for (const run of findUndecodable(cell.value))
      issues.push({
        code: `garbled:${name}`,
        level: 'doubt',
        field: name,
        column,
        text: undecodableText(run, {}),
      })
  const word = typeof given === 'string' ? words?.[given.replace(/\s/g, '')] : undefined
  const read = field.kind.parse(word ?? given, field, today ? { today } : {})
  return { ...taken(read, { name, column, issues }), fixed: [...fixed, ...fixesOf(given, read)], issues }
}

function taken(
  read: Parsed<unknown>,
  { name, column, issues }: { name: string; column: string; issues: Issue[] },
): { value?: unknown; raw?: string } {
  if (!read.ok) {
    issues.push({ code: `unreadable:${name}`, level: 'wrong', field: name, column, text: read.text })
    return {}
  }
  if (read.doubt)
    issues.push({ code: `doubt:${name}`, level: 'doubt', field: name, column, text: read.doubt })
  return {
    ...(read.value === null ? {} : { value: read.value }),
    ...(read.raw === undefined ? {} : { raw: read.raw }),
  }
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
function fixesOf(given: Cell, read: Parsed<unknown>): AutoFix[] {
  if (!read.ok || typeof given !== 'string' || typeof read.value !== 'string') return []
  const text = foldWidth(given).replace(/\s/g, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(read.value) && text !== read.value) return ['date']
  return text.length === 15 && read.value.length === 18 ? ['upgraded'] : []
}

function lostDigits(value: Cell, field: Field) {
  const tooLong = typeof value === 'number' && Math.abs(value) >= MOST_DIGITS
  const powers = typeof value === 'string' && /^\d(?:\.\d+)?[eE]\+\d{2}$/.test(value.trim())
  if (!(tooLong || powers) || field.kind.excel(field).number) return null
  return t(
    'Excel 把这个号码当成数字，末几位已经丢了。请把这一列设成文本，对照证件重填。',
    'Excel took this number for a quantity and lost its last digits. Set the column to text and copy it again from the card.',
  )
}
