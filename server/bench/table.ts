/** The rows of the table as text, of fixed widths: a row is printed when it is measured, before the others are known. */
import type { Line, Times } from './measure.ts'

const columns = [
  { head: 'job', width: 62 },
  { head: 'median', width: 9 },
  { head: 'p95', width: 9 },
  { head: 'runs', width: 4 },
  { head: 'baseline', width: 46 },
  { head: 'median', width: 9 },
  { head: 'p95', width: 9 },
  { head: 'ratio', width: 8 },
  { head: 'bar of the design', width: 37 },
] as const
const textColumns = new Set([0, 4, 8])

export function headText(): string {
  const rule = columns.map(({ width }) => '-'.repeat(width)).join('  ')
  return `\n${drawn(columns.map(({ head }) => head))}\n${rule}`
}

export function rowText(line: Line): string {
  return drawn(cellsOf(line))
}

function drawn(cells: readonly string[]): string {
  return columns
    .map(({ width }, at) => padded(cells[at] ?? '', width, at))
    .join('  ')
    .trimEnd()
}

function cellsOf({ job, ours, against, baseline, bar }: Line): string[] {
  return [
    job,
    timeText(ours.median),
    timeText(ours.p95),
    String(ours.runs),
    against,
    timeText(baseline.median),
    timeText(baseline.p95),
    `${(ours.median / baseline.median).toFixed(2)}x`,
    bar ? barText(bar, ours) : '',
  ]
}

/** A bar that was stated for another size is quoted, not judged. */
function barText({ text, ms, by }: NonNullable<Line['bar']>, { median, p95 }: Times): string {
  if (ms === undefined) return text
  return `${text}: ${(by === 'median' ? median : p95) <= ms ? 'met' : 'missed'}`
}

function timeText(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3)} ms`
}

/** Chinese characters take two places in a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u.test(c) ? 2 : 1), 0)
}

function padded(text: string, width: number, column: number): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return textColumns.has(column) ? text + space : space + text
}
