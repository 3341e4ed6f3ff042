/** Compares a draft with the row of the register that it means: new, changed (old and new by field), unchanged. Pure. */
import { t } from '#kernel'
import { columnsOf } from '../../columns.ts'
import type { Register } from '../../define.ts'
import type { Field } from '../../kinds/index.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import { keysText } from '../../search-keys.ts'
import { plainCell } from '../read/xlsx/cell.ts'
import type { NewRow, StagedRow } from '../tables.ts'
import type { Draft, Issue, RowClass } from './draft.ts'
import { readCell } from './read-cell.ts'

export type Match = {
  row: AnyRow | undefined
  identity: string | null
  accepted: boolean
  fixes: Record<string, string>
}

/** The staged row. Wrong values keep it out, doubts hold it until a person accepts; what the file leaves blank changes nothing. */
export function classify(
  register: Register,
  draft: Draft,
  { row, identity, accepted, fixes }: Match,
): NewRow {
  const values = row ? draft.values : completed(register, draft.values)
  const fields = row ? changedFields(register, draft, row) : null
  const doubts = row ? titleDoubt(register, draft, row) : []
  const issues = doubts.length === 0 ? draft.issues : [...draft.issues, ...doubts]
  return {
    sheet: draft.sheet,
    rowNumber: draft.row,
    line: draft.line,
    fixes,
    encoded: encodedOf(register, values, { owner: draft.owner?.id, fresh: !row }),
    raw: draft.raw,
    links: draft.links,
    issues,
    reasons: issues.length === 0 ? none : [...new Set(issues.map(({ code }) => code))],
    class: classOf(issues, { row, fields, accepted }),
    accepted,
    identity,
    targetId: row?.id ?? null,
    targetVersion: row?.version ?? null,
    fields,
    before: row && fields ? beforeOf(register, fields, row) : {},
  }
}

/** A row of which the register knows all. */
export function unchangedRow(
  register: Register,
  draft: Draft,
  { id, version, identity, accepted, fixes }: Omit<Match, 'row'> & { id: number; version: number },
): NewRow {
  return {
    sheet: draft.sheet,
    rowNumber: draft.row,
    line: draft.line,
    fixes,
    encoded: encodedOf(register, draft.values, { owner: undefined, fresh: false }),
    raw: draft.raw,
    links: draft.links,
    issues: draft.issues,
    reasons: none,
    class: 'unchanged',
    accepted,
    identity,
    targetId: id,
    targetVersion: version,
    fields: none,
    before: {},
  }
}

const none: string[] = []

/** A new row also says what it will be searched by. */
function encodedOf(
  register: Register,
  values: Readonly<Record<string, unknown>>,
  { owner, fresh }: { owner: number | undefined; fresh: boolean },
): Record<string, unknown> {
  const encoded = encodeValues(register, owner === undefined ? values : { ...values, ownerId: owner })
  const keys = fresh ? keysText(register, values) : null
  if (keys !== null) encoded.search_keys = keys
  return encoded
}

function classOf(
  issues: readonly Issue[],
  { row, fields, accepted }: { row: AnyRow | undefined; fields: readonly string[] | null; accepted: boolean },
): RowClass {
  if (issues.some(({ level }) => level === 'wrong')) return 'rejected'
  if (issues.length > 0 && !accepted) return 'doubtful'
  if (!row) return 'new'
  return fields && fields.length > 0 ? 'changed' : 'unchanged'
}

/** Defaults, and what follows from other values (the birth date in a number), complete a new row only: its own values, since nobody else asks for them. */
function completed(register: Register, given: Record<string, unknown>): Record<string, unknown> {
  const known = defaultsOf(register)
  for (const name in known) if (!(name in given)) given[name] = known[name]
  const filled = register.fill?.(given) ?? {}
  for (const name in filled)
    if (filled[name] !== null && filled[name] !== undefined) given[name] = filled[name]
  return given
}

const defaults = new WeakMap<Register, Readonly<Record<string, unknown>>>()

export function defaultsOf(register: Register): Readonly<Record<string, unknown>> {
  const known = defaults.get(register)
  if (known) return known
  const made = Object.fromEntries(
    Object.entries(register.fields).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default] as const],
    ),
  )
  defaults.set(register, made)
  return made
}

/** What the row would change in an entry of the register. */
export function changedFields(register: Register, draft: Draft, row: AnyRow): string[] {
  const changed = Object.entries(draft.values).filter(([name, value]) =>
    differs(register, { name, value, row }),
  )
  const unknown = Object.entries(draft.raw).filter(
    ([name, text]) => !(name in draft.values) && (row[name] ?? null) === null && row.raw?.[name] !== text,
  )
  return [...changed.map(([name]) => name), ...unknown.map(([name]) => name), ...Object.keys(draft.links)]
}

function differs(
  register: Register,
  { name, value, row }: { name: string; value: unknown; row: AnyRow },
): boolean {
  const [field, now] = [register.fields[name], row[name] ?? (name === register.areaField ? row.area : null)]
  if (name === 'validFrom' || name === 'validTo') return value !== (now ?? null)
  if (!field) return false
  if (now === null || now === undefined) return true
  if (name === register.areaField && String(now).startsWith(String(value))) return false // the file names the village, the register the group
  return field.kind.compare(value, now) !== 0 && !sameReadAgain(field, value, now)
}

/** What was entered by hand may be written as no file can bring it in (traditional characters, line breaks): read again, it is the same. */
function sameReadAgain(field: Field, value: unknown, now: unknown): boolean {
  const cell = plainCell(field.kind.toCell(now, field))
  const read = readCell({ name: '', field, column: '', words: undefined, today: undefined }, cell)
  return read.value !== undefined && field.kind.compare(value, read.value) === 0
}

/** The columns that the row would change, with what stands in them. */
function beforeOf(register: Register, fields: readonly string[], row: AnyRow): Record<string, unknown> {
  return encodeValues(register, {
    ...Object.fromEntries(
      fields.map((name) => [name, row[name] ?? (name === register.areaField ? row.area : null)]),
    ),
  })
}

/** The same number with another name is more often a wrong number than a new name. */
function titleDoubt(register: Register, draft: Draft, row: AnyRow): Issue[] {
  const { title, identity, fields } = register
  const [field, given, now] = [fields[title], draft.values[title], row[title]]
  if (!field || identity.includes(title) || given === undefined || now === null || now === undefined)
    return []
  if (field.kind.compare(given, now) === 0) return []
  const [stated, known] = [field.kind.format(given, field, 'zh'), field.kind.format(now, field, 'zh')]
  const label = fields[identity[0] ?? '']?.label ?? field.label
  return [
    {
      code: 'otherTitle',
      level: 'doubt',
      field: title,
      text: t(
        `${label.zh}与名册里的 ${known} 相同，这里写的是 ${stated}。请对照证件，确是同一人再收。`,
        `${label.en} is that of ${known} in the register, but the row says ${stated}. Accept it only if it is the same.`,
      ),
    },
  ]
}

/** The first column of a field, for reading `encoded` and `before` back. */
export function decodeField(
  register: Register,
  name: string,
  cells: Readonly<Record<string, unknown>>,
): unknown {
  const field = register.fields[name]
  if (!field) return cells[name] ?? null
  if (name === register.areaField) return cells.area ?? null
  return field.kind.decode(columnsOf(name, field).map((column) => cells[column.name] ?? null))
}

/** The fields that a staged row sets or changes; a new row all that it says. */
export function fieldsOf(
  register: Register,
  { fields, encoded, links }: Pick<StagedRow, 'fields' | 'encoded' | 'links'>,
): string[] {
  if (fields) return fields
  const span = [
    ...('valid_from' in encoded ? ['validFrom'] : []),
    ...('valid_to' in encoded ? ['validTo'] : []),
  ]
  return [...Object.keys(decodeAll(register, encoded)), ...span, ...Object.keys(links)]
}

/** All fields that `encoded` holds, as typed values. */
export function decodeAll(
  register: Register,
  cells: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return decodeSome(register, Object.keys(register.fields), cells)
}

/** The same of some fields. */
export function decodeSome(
  register: Register,
  names: readonly string[],
  cells: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of names) {
    const value = decodeField(register, name, cells)
    if (value !== null && value !== undefined) values[name] = value
  }
  return values
}
