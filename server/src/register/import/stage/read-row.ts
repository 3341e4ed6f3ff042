/** One row of a sheet into a draft, by the plan of its columns. */
import { areaContains, t } from '#kernel'
import type { Register } from '../../define.ts'
import { dayKind } from '../../kinds/day.ts'
import { lineOf } from '../line.ts'
import type { PlannedColumn } from '../mapping/target.ts'
import type { SheetCell } from '../read/index.ts'
import { plainCell } from '../read/xlsx/cell.ts'
import type { TableRow } from '../table/table.ts'
import { addContradictions } from './contradictions.ts'
import type { Draft, Proposal } from './draft.ts'
import { newDraft } from './draft.ts'
import { addMarks, uncomputed } from './marks.ts'
import type { Planned, Reader } from './planned.ts'
import { plannedColumn, plannedOf } from './planned.ts'
import { readCell } from './read-cell.ts'

export type { Reader } from './planned.ts'

/** `place`: what columns that name the row's area say, one after the other; `placeColumn`: the last of them. */
type State = {
  reader: Reader
  draft: Draft
  place: string
  placeColumn: string | undefined
  remarks: string[]
}

const none: Readonly<Record<string, string>> = {}

/** `fixes`: texts that a person put in place of cells, by column letters. */
export function readRow(
  reader: Reader,
  found: TableRow,
  fixes: Readonly<Record<string, string>> = none,
): Draft {
  const draft = newDraft({ sheet: reader.sheet, row: found.row.number, line: lineOf(found.row) })
  const state: State = { reader, draft, place: '', placeColumn: undefined, remarks: [] }
  for (const planned of plannedOf(reader)) {
    const cell = cellAt(found, planned.column, fixes)
    if (cell) readColumn(state, planned, cell)
  }
  addMarks(draft, found, reader.plan)
  if (fixes !== none) readLoose(state, fixes)
  readArea(state, found.section)
  keepRemarks(state)
  addContradictions(reader, draft)
  return draft
}

function cellAt(
  { row }: TableRow,
  { at, letters }: PlannedColumn,
  fixes: Readonly<Record<string, string>>,
): SheetCell | undefined {
  const fix = fixes === none ? undefined : fixes[letters]
  if (fix !== undefined) return fix.trim() === '' ? undefined : plainCell(fix)
  const cell = row.cells[at]
  return cell && (cell.text.trim() !== '' || cell.uncomputed) ? cell : undefined
}

/** A fix may name a field that the sheet has no column for. */
function readLoose(state: State, fixes: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(fixes))
    if (name in state.reader.register.fields && text.trim() !== '')
      readField(
        state,
        plannedColumn(state.reader, {
          at: -1,
          letters: '',
          path: [],
          target: name,
          how: 'chosen',
          samples: [],
        }),
        plainCell(text),
      )
}

function readColumn(state: State, planned: Planned, cell: SheetCell): void {
  const { draft } = state
  const { column, target } = planned
  if (target.kind === 'ignore') return
  const text = cell.text.trim()
  if (cell.ditto) draft.fixed.push('ditto')
  if (cell.uncomputed) {
    if (target.kind !== 'note') draft.issues.push(uncomputed(column))
    return
  }
  if (target.kind === 'note') state.remarks.push(`${column.path.join('·')}：${text}`)
  else if (target.kind === 'owner') draft.owner = { key: ownerKey(draft.owner?.key ?? '', text) }
  else if (target.kind === 'field') readField(state, planned, cell)
  else readSpan(state, { name: target.kind, column, cell })
}

/** A place may stand in two columns, 柳溪镇 and 石桥村; beside its code, or its longer name, the other says nothing new. */
function ownerKey(before: string, text: string): string {
  const isCode = /^\d{6,}$/
  if (isCode.test(before) || before.includes(text)) return before
  return isCode.test(text) || text.includes(before) ? text : before + text
}

function readField(state: State, { column, target, read: readIt }: Planned, cell: SheetCell): void {
  const { draft, reader } = state
  const name = target.kind === 'field' ? target.field : ''
  const field = reader.register.fields[name]
  if (!field || !readIt) return
  if (field.kind.target?.(field) !== undefined) {
    draft.links[name] = cell.text.trim()
    return
  }
  if (name === areaFieldOf(reader.register)) {
    state.place += cell.text.trim()
    state.placeColumn = column.letters
    if (cell.merged === 'rest') draft.fixed.push('merged')
    return
  }
  const place = field.kind.place ? reader.areas.find(cell.text.trim(), reader.scope) : undefined
  if (place?.ok) {
    draft.values[name] = place.code
    return
  }
  const read = readIt(cell)
  if (read.value !== undefined) draft.values[name] = read.value
  if (read.raw !== undefined) draft.raw[name] = read.raw
  if (read.issues.length > 0) draft.issues.push(...read.issues)
  if (read.fixed.length > 0) draft.fixed.push(...read.fixed)
}

/** The days of a span are no field of the register, but are read as one. */
const spanField = { label: t('日期', 'Day'), required: false, kind: dayKind }

function readSpan(
  state: State,
  { name, column, cell }: { name: 'validFrom' | 'validTo'; column: PlannedColumn; cell: SheetCell },
): void {
  const { draft, reader } = state
  const asked = { name, field: spanField, column: column.letters, words: undefined, today: reader.today }
  const read = readCell(asked, cell)
  if (read.value !== undefined) draft.values[name] = read.value
  draft.issues.push(...read.issues)
}

/** Township, village and group may stand in columns of their own: they are read one after the other. */
function readArea(state: State, section: string | undefined): void {
  const { reader, draft, place, placeColumn: column } = state
  const name = areaFieldOf(reader.register)
  if (!name) return
  const within = reader.plan.within ?? reader.scope
  const told = section === undefined ? undefined : reader.areas.find(section, within)
  const start = told?.ok ? told.code : within
  const found = reader.areas.find(place, start)
  if (!found.ok)
    draft.issues.push({
      code: 'unknownArea',
      level: 'wrong',
      field: name,
      ...(column === undefined ? {} : { column }),
      text: found.text,
      ...(found.near?.length ? { proposals: found.near.map((value) => proposal(name, value)) } : {}),
    })
  else if (!areaContains(reader.scope, found.code))
    draft.issues.push({
      code: 'areaOutside',
      level: 'wrong',
      field: name,
      ...(column === undefined ? {} : { column }),
      text: outside(reader, found.code),
    })
  else if (column !== undefined || found.code.length >= 12) draft.values[name] = found.code
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
  const name = remarks.length === 0 ? null : remarkFieldOf(reader.register)
  if (!name) return
  const own = draft.values[name]
  draft.values[name] = [...(typeof own === 'string' ? [own] : []), ...remarks].join('；')
}

export function remarkFieldOf(register: Register): string | null {
  return Object.entries(register.fields).find(([, field]) => field.kind.name === 'note')?.[0] ?? null
}
