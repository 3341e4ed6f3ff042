/** Plain rows as drafts again, where each has to be looked at by itself: what was completed is left out, for the file did not say it. */
import type { Register } from '../../define.ts'
import { placesOf } from '../../row.ts'
import { NOTHING, PART } from '../block/pack.ts'
import type { Draft } from './draft.ts'
import { newDraft } from './draft.ts'
import type { Plain, PlainColumn } from './plain.ts'

type Cells = readonly unknown[]

export function draftsOf(register: Register, plain: Plain): Draft[] {
  const { sheet, rowNumbers } = plain
  const lines = plain.lines.split(PART)
  const drafts = rowNumbers.map((row, at) => newDraft({ sheet, row, line: lines[at] as string }))
  const columns = new Map(plain.columns.map((column) => [column.name, cellsOf(column)]))
  const completed = new Map(plain.completed)
  for (const { name, field, columns: own } of placesOf(register)) {
    const cells = own.map((column) => columns.get(column))
    if (cells.every((one) => one === undefined)) continue
    const read = (at: number) => field.kind.decode(cells.map((one) => one?.[at] ?? null))
    fill(drafts, { name, read, rows: completed.get(name) })
  }
  const area = columns.get('area')
  if (register.areaField && area)
    fill(drafts, {
      name: register.areaField,
      read: (at) => area[at],
      rows: completed.get(register.areaField),
    })
  for (const [name, keys] of plain.links)
    for (const [at, key] of keys.split(PART).entries())
      if (key !== NOTHING) (drafts[at] as Draft).links[name] = key
  return drafts
}

function cellsOf({ json, text }: PlainColumn): Cells {
  const texts = text.split(PART)
  return texts.map((one) => (one === NOTHING ? null : json ? JSON.parse(one) : one))
}

type Filling = { name: string; read: (at: number) => unknown; rows: Uint8Array | undefined }

function fill(drafts: readonly Draft[], { name, read, rows }: Filling): void {
  for (const [at, draft] of drafts.entries()) {
    if (rows?.[at] === 1) continue
    const value = read(at)
    if (value !== null && value !== undefined) draft.values[name] = value
  }
}
