/** One row of a sheet into a draft, by the plan of its columns. */
import type { Day } from '#kernel'
import { areaContains, t } from '#kernel'
import type { Register } from '../../define.ts'
import { dayKind } from '../../kinds/day.ts'
import type { ImportDeclaration } from '../define.ts'
import type { PlannedColumn, SheetPlan } from '../mapping/target.ts'
import { readTarget } from '../mapping/target.ts'
import type { SheetCell } from '../read/index.ts'
import { columnName } from '../read/index.ts'
import { plainCell } from '../read/xlsx/cell.ts'
import type { TableRow } from '../table/table.ts'
import type { AreaBook } from './area-book.ts'
import { addContradictions } from './contradictions.ts'
import type { Draft, Proposal } from './draft.ts'
import { addMarks, uncomputed } from './marks.ts'
import { readCell, saysAge } from './read-cell.ts'
import { unitOf } from './units.ts'

export type Reader = {
  register: Register
  rules: ImportDeclaration | undefined
  plan: SheetPlan
  sheet: number
  areas: AreaBook
  /** What the actor may write in; the area of a row that names none is that of its sheet. */
  scope: string
  today: Day
}

type State = { reader: Reader; draft: Draft; places: { column: string; text: string }[]; remarks: string[] }

/** `fixes`: texts that a person put in place of cells, by column letters. */
export function readRow(
  reader: Reader,
  found: TableRow,
  fixes: Readonly<Record<string, string>> = {},
): Draft {
  const draft: Draft = {
    sheet: reader.sheet,
    row: found.row.number,
    cells: cellsOf(found),
    values: {},
    raw: {},
    links: {},
    issues: [],
    fixed: [],
  }
  const state: State = { reader, draft, places: [], remarks: [] }
  for (const column of reader.plan.columns) {
    const cell = cellAt(found, column, fixes)
    if (cell) readColumn(state, column, cell)
  }
  addMarks(draft, found, reader.plan)
  readLoose(state, fixes)
  readArea(state, found.section)
  keepRemarks(state)
  addContradictions(reader, draft)
  return draft
}

function cellsOf({ row }: TableRow): Record<string, string> {
  return Object.fromEntries(
    row.cells.flatMap((cell, at) => (cell && cell.text.trim() !== '' ? [[columnName(at), cell.text]] : [])),
  )
}

function cellAt(
  { row }: TableRow,
  { at, letters }: PlannedColumn,
  fixes: Readonly<Record<string, string>>,
): SheetCell | undefined {
  const fix = fixes[letters]
  if (fix !== undefined) return fix.trim() === '' ? undefined : plainCell(fix)
  const cell = row.cells[at]
  return cell && (cell.text.trim() !== '' || cell.uncomputed) ? cell : undefined
}

/** A fix may name a field that the sheet has no column for. */
function readLoose(state: State, fixes: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(fixes))
    if (name in state.reader.register.fields && text.trim() !== '')
      readField(state, {
        name,
        column: { at: -1, letters: '', path: [], target: name, how: 'chosen', samples: [] },
        cell: plainCell(text),
      })
}

function readColumn(state: State, column: PlannedColumn, cell: SheetCell): void {
  const { draft } = state
  const target = readTarget(column.target)
  const text = cell.text.trim()
  if (target.kind === 'ignore') return
  if (cell.ditto) draft.fixed.push('ditto')
  if (cell.uncomputed) {
    if (target.kind !== 'note') draft.issues.push(uncomputed(column))
    return
  }
  if (target.kind === 'note') state.remarks.push(`${column.path.join('·')}：${text}`)
  else if (target.kind === 'owner') draft.owner = { key: ownerKey(draft.owner?.key ?? '', text) }
  else if (target.kind === 'field') readField(state, { name: target.field, column, cell })
  else readSpan(state, { name: target.kind, column, cell })
}

/** A place may stand in two columns, 柳溪镇 and 石桥村; beside its code, or its longer name, the other says nothing new. */
function ownerKey(before: string, text: string): string {
  const isCode = /^\d{6,}$/
  if (isCode.test(before) || before.includes(text)) return before
  return isCode.test(text) || text.includes(before) ? text : before + text
}

function readField(
  state: State,
  { name, column, cell }: { name: string; column: PlannedColumn; cell: SheetCell },
): void {
  const { draft, reader } = state
  const field = reader.register.fields[name]
  if (!field) return
  if (field.kind.target?.(field) !== undefined) {
    draft.links[name] = cell.text.trim()
    return
  }
  if (name === areaFieldOf(reader.register)) {
    state.places.push({ column: column.letters, text: cell.text.trim() })
    if (cell.merged === 'rest') draft.fixed.push('merged')
    return
  }
  const place = field.kind.place ? reader.areas.find(cell.text.trim(), reader.scope) : undefined
  if (place?.ok) {
    draft.values[name] = place.code
    return
  }
  const read = readCell({
    name,
    field,
    column: column.letters,
    cell,
    words: reader.rules?.words?.[name],
    today: reader.today,
    unit: unitOf(field, column.path, reader.plan.titles),
    age: saysAge(column.path),
  })
  if (read.value !== undefined) draft.values[name] = read.value
  if (read.raw !== undefined) draft.raw[name] = read.raw
  draft.issues.push(...read.issues)
  draft.fixed.push(...read.fixed)
}

/** The days of a span are no field of the register, but are read as one. */
const spanField = { label: t('日期', 'Day'), required: false, kind: dayKind }

function readSpan(
  state: State,
  { name, column, cell }: { name: 'validFrom' | 'validTo'; column: PlannedColumn; cell: SheetCell },
): void {
  const { draft, reader } = state
  const read = readCell({
    name,
    field: spanField,
    column: column.letters,
    cell,
    words: undefined,
    today: reader.today,
  })
  if (read.value !== undefined) draft.values[name] = read.value
  draft.issues.push(...read.issues)
}

/** Township, village and group may stand in columns of their own: they are read one after the other. */
function readArea(state: State, section: string | undefined): void {
  const { reader, draft, places } = state
  const name = areaFieldOf(reader.register)
  if (!name) return
  const within = reader.plan.within ?? reader.scope
  const told = section === undefined ? undefined : reader.areas.find(section, within)
  const start = told?.ok ? told.code : within
  const found = reader.areas.find(places.map(({ text }) => text).join(''), start)
  const column = places.at(-1)?.column
  if (!found.ok)
    draft.issues.push({
      code: 'unknownArea',
      level: 'wrong',
      field: name,
      ...(column ? { column } : {}),
      text: found.text,
      ...(found.near?.length ? { proposals: found.near.map((value) => proposal(name, value)) } : {}),
    })
  else if (!areaContains(reader.scope, found.code))
    draft.issues.push({
      code: 'areaOutside',
      level: 'wrong',
      field: name,
      ...(column ? { column } : {}),
      text: outside(reader, found.code),
    })
  else if (places.length > 0 || found.code.length >= 12) draft.values[name] = found.code
}

function proposal(field: string, value: string): Proposal {
  const short = value.replace(/^.*[村镇乡](?=.*组$)/, '')
  return { field, value, text: t(`改为${short}`, `Make it ${short}`) }
}

function outside({ areas, scope }: Reader, code: string) {
  return t(
    `${areas.name(code)}不在您的管辖范围（${areas.name(scope)}）。请由管辖它的单位导入。`,
    `${areas.name(code)} is outside your area (${areas.name(scope)}). Let the office in charge of it import the row.`,
  )
}

/** The field that is the row's own area. A child has none: it stands where its owner stands. */
export function areaFieldOf(register: Register): string | null {
  return register.areaField !== null && register.areaField === 'area' ? 'area' : null
}

/** Columns that mean no field are kept with the row's remarks (附注), where the register has such. */
function keepRemarks({ reader, draft, remarks }: State): void {
  const name = remarkFieldOf(reader.register)
  if (!name || remarks.length === 0) return
  const own = draft.values[name]
  draft.values[name] = [...(typeof own === 'string' ? [own] : []), ...remarks].join('；')
}

export function remarkFieldOf(register: Register): string | null {
  return Object.entries(register.fields).find(([, field]) => field.kind.name === 'note')?.[0] ?? null
}
