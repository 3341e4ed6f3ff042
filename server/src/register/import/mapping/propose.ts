/** Proposes what each column of a sheet means; says how it came to it. */
import type { SheetRow } from '../read/index.ts'
import { columnName } from '../read/index.ts'
import type { Column } from '../table/find-head.ts'
import { headKey } from '../table/head-text.ts'
import type { Layout } from './layout.ts'
import { headText, targetsBy } from './layout.ts'
import type { PlannedColumn } from './target.ts'
import { readTarget, targetText } from './target.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Proposal = {
  columns: readonly Column[]
  vocabulary: Vocabulary
  /** What the office chose before, by heading. */
  remembered: ReadonlyMap<string, string>
  /** The sender's layout by which the sheet was known. */
  layout?: Pick<Layout, 'columns'> | undefined
  /** Rows of data, for samples. */
  rows: readonly SheetRow[]
  /** Whether several columns may mean this target together (township, village, group). */
  joins: (target: string) => boolean
  /** Whether a target names a row of another register. */
  links: (target: string) => boolean
}

const SAMPLES = 3

/** One field is proposed for one column, the surest, then the first; the rest are kept as remarks. */
export function proposeColumns({
  columns,
  vocabulary,
  remembered,
  layout,
  rows,
  joins,
  links,
}: Proposal): PlannedColumn[] {
  const kept = layout ? targetsBy(layout, columns) : []
  const found = columns.map(({ path }, n): Meant => {
    const target = kept[n] ?? null
    return target === null ? meaning(path, { vocabulary, remembered }) : { target, how: 'layout' }
  })
  return columns.map(({ at, path }, n) => {
    const own = found[n]
    const wins = own !== undefined && (canRepeat(own.target, joins) || winner(found, own.target) === n)
    const lost = own !== undefined && links(own.target) ? ':ignore' : ':note' // a household's head beside its number says nothing new
    return {
      at,
      letters: columnName(at),
      path,
      target: wins ? own.target : lost,
      how: wins || lost === ':ignore' ? (own?.how ?? 'none') : 'none',
      samples: samplesOf(rows, at),
    }
  })
}

type Meant = { target: string; how: PlannedColumn['how'] } | undefined

const sureness: readonly PlannedColumn['how'][] = [
  'layout',
  'remembered',
  'chosen',
  'taught',
  'label',
  'alias',
  'word',
  'none',
]

function winner(found: readonly Meant[], target: string): number {
  const rank = (meant: Meant) => (meant?.target === target ? sureness.indexOf(meant.how) : sureness.length)
  return found.reduce((best, meant, n) => (rank(meant) < rank(found[best]) ? n : best), 0)
}

function canRepeat(target: string, joins: (target: string) => boolean): boolean {
  const read = readTarget(target)
  return read.kind === 'ignore' || read.kind === 'note' || joins(target)
}

/** The last line of the head says it; where it does not, the whole of it may (出生 · 年月). */
function meaning(
  path: readonly string[],
  { vocabulary, remembered }: Pick<Proposal, 'vocabulary' | 'remembered'>,
): Meant {
  const earlier = remembered.get(headText(path))
  if (earlier !== undefined) return { target: earlier, how: 'remembered' }
  for (const key of [headKey(path.at(-1) ?? ''), headKey(path.join('')), headKey(path[0] ?? '')]) {
    const found = vocabulary.find(key)
    if (found) return { target: targetText(found.target), how: found.how }
  }
  return undefined
}

/** The same for a sheet that is taken or left out; no heading has a colon. */
export function sheetText(name: string): string {
  return `:${name.trim()}`
}

function samplesOf(rows: readonly SheetRow[], at: number): string[] {
  const texts = rows.map((row) => row.cells[at]?.text.trim() ?? '').filter((text) => text !== '')
  return [...new Set(texts)].slice(0, SAMPLES)
}
