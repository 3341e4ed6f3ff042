/** Proposes what each column of a sheet means; says how it came to it. */
import type { SheetRow } from '../read/index.ts'
import { columnName } from '../read/index.ts'
import type { Column } from '../table/find-head.ts'
import { headKey } from '../table/head-text.ts'
import type { PlannedColumn } from './target.ts'
import { readTarget, targetText } from './target.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Proposal = {
  columns: readonly Column[]
  vocabulary: Vocabulary
  /** What the office chose before, by heading. */
  remembered: ReadonlyMap<string, string>
  /** Rows of data, for samples. */
  rows: readonly SheetRow[]
  /** Whether several columns may mean this field together (township, village, group). */
  joins: (field: string) => boolean
}

const SAMPLES = 3

/** One field is proposed for one column, the first that fits; the rest are kept as remarks. */
export function proposeColumns({ columns, vocabulary, remembered, rows, joins }: Proposal): PlannedColumn[] {
  const taken = new Set<string>()
  return columns.map(({ at, path }) => {
    const found = meaning(path, { vocabulary, remembered })
    const target = found && (!taken.has(found.target) || canRepeat(found.target, joins)) ? found : undefined
    if (target) taken.add(target.target)
    return {
      at,
      letters: columnName(at),
      path,
      target: target?.target ?? ':note',
      how: target?.how ?? 'none',
      samples: samplesOf(rows, at),
    }
  })
}

function canRepeat(target: string, joins: (field: string) => boolean): boolean {
  const read = readTarget(target)
  return read.kind === 'ignore' || read.kind === 'note' || (read.kind === 'field' && joins(read.field))
}

/** The last line of the head says it; where it does not, the whole of it may (出生 · 年月). */
function meaning(
  path: readonly string[],
  { vocabulary, remembered }: Pick<Proposal, 'vocabulary' | 'remembered'>,
): { target: string; how: PlannedColumn['how'] } | undefined {
  const earlier = remembered.get(headText(path))
  if (earlier !== undefined) return { target: earlier, how: 'remembered' }
  for (const key of [headKey(path.at(-1) ?? ''), headKey(path.join('')), headKey(path[0] ?? '')]) {
    const found = vocabulary.find(key)
    if (found) return { target: targetText(found.target), how: found.how }
  }
  return undefined
}

/** The heading under which an office's choice is remembered. */
export function headText(path: readonly string[]): string {
  return path.map(headKey).join('·')
}

function samplesOf(rows: readonly SheetRow[], at: number): string[] {
  const texts = rows.map((row) => row.cells[at]?.text.trim() ?? '').filter((text) => text !== '')
  return [...new Set(texts)].slice(0, SAMPLES)
}
