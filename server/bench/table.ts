/** The table of ratios as text. */
import type { Line, Times } from './measure.ts'

const heads = ['job', 'median', 'p95', 'runs', 'baseline', 'median', 'p95', 'ratio', 'bar of the design']
const textColumns = new Set([0, 4, 8])

export function tableText(lines: readonly Line[]): string {
  const rows = [heads, ...lines.map(cellsOf)]
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  const drawn = rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0, at))
      .join('  ')
      .trimEnd(),
  )
  return [drawn[0], widths.map((width) => '-'.repeat(width)).join('  '), ...drawn.slice(1)].join('\n')
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
function barText({ text, ms }: { text: string; ms?: number }, { p95 }: Times): string {
  if (ms === undefined) return text
  return `${text}: ${p95 <= ms ? 'met' : 'missed'}`
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
  const space = ' '.repeat(width - widthOf(text))
  return textColumns.has(column) ? text + space : space + text
}
