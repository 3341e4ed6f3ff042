/** The rows of a block as they would stand one by one. */
import { cellsOfLine } from '../line.ts'
import type { StagedRow } from '../tables.ts'
import { COLUMN, LINK, NOTHING, PART } from './pack.ts'

/** As `block-store.ts` reads it. `isMerged`: the merge of its import is past it. */
export type Block = {
  id: number
  importId: number
  area: string
  sheet: number
  class: 'new' | 'unchanged'
  ids: number[]
  rowNumbers: number[]
  lines: string
  identities: string
  names: string[]
  json: string[]
  /** One text a name, parted by U+001E. */
  cells: string
  freshIds: number[] | null
  targetIds: number[] | null
  targetVersions: number[] | null
  isMerged: boolean
  isUndone: boolean
}

/** `line` and `freshId`: for rows that are to stand one by one again. */
export type Unpacked = StagedRow & { line: string; freshId: number | null }

export function unpackBlock(block: Block): Unpacked[] {
  const { ids, rowNumbers, freshIds, targetIds, targetVersions, isMerged } = block
  const lines = block.lines.split(PART)
  const identities = block.identities.split(PART)
  const fill = filler(block)
  const isNew = block.class === 'new'
  return ids.map((id, at) => {
    const line = lines[at] ?? ''
    const freshId = freshIds?.[at] ?? null
    return {
      id,
      importId: block.importId,
      area: block.area,
      sheet: block.sheet,
      rowNumber: rowNumbers[at] ?? 0,
      cells: cellsOfLine(line),
      line,
      fixes: {},
      ...fill(at),
      raw: {},
      issues: [],
      reasons: [],
      class: block.class,
      accepted: false,
      identity: identities[at] ?? null,
      freshId,
      targetId: isNew && isMerged ? freshId : (targetIds?.[at] ?? null),
      targetVersion: targetVersions?.[at] ?? null,
      fields: isNew ? null : [],
      before: {},
      state: !isMerged ? 'staged' : block.isUndone ? 'undone' : 'merged',
    }
  })
}

function filler({ names, json, cells }: Block): (at: number) => Pick<StagedRow, 'encoded' | 'links'> {
  const texts = cells.split(COLUMN)
  const columns = names.map((name, nth) => ({
    name: name.startsWith(LINK) ? name.slice(LINK.length) : name,
    isLink: name.startsWith(LINK),
    isJson: json.includes(name),
    values: (texts[nth] ?? '').split(PART),
  }))
  return (at) => {
    const row: { encoded: Record<string, unknown>; links: Record<string, string> } = {
      encoded: {},
      links: {},
    }
    for (const { name, isLink, isJson, values } of columns) {
      const text = values[at]
      if (text === undefined || text === NOTHING) continue
      if (isLink) row.links[name] = text
      else row.encoded[name] = isJson ? JSON.parse(text) : text
    }
    return row
  }
}
