// An interval as a line with its estimate on it, on the same scale in every row; the figures stand beside it.
import type { Estimate } from './sampling-words.ts'
import { percentText, rangeText } from './sampling-words.ts'

const WIDTH = 160
const EDGE = 4

/** `most`: the right end of the scale, a fraction. */
export function IntervalLine({ estimate, most }: { estimate: Estimate; most: number }) {
  if (estimate.method === 'none') return null
  const at = (share: number) => EDGE + (WIDTH - 2 * EDGE) * Math.min(1, share / most)
  return (
    <svg className="interval-line" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      <path d={`M${EDGE} 13.5H${WIDTH - EDGE}`} className="interval-scale" />
      <path
        d={`M${at(estimate.low)} 7H${at(estimate.high)}M${at(estimate.low)} 4v6M${at(estimate.high)} 4v6`}
        className="interval-span"
      />
      <circle cx={at(estimate.rate)} cy="7" r="3.2" className="interval-dot" />
    </svg>
  )
}

export function RateText({ estimate }: { estimate: Estimate }) {
  if (estimate.method === 'none') return <span className="note">—</span>
  return <>{percentText(estimate.rate)}</>
}

export function RangeText({ estimate }: { estimate: Estimate }) {
  return <span className="interval-text">{estimate.method === 'none' ? '' : rangeText(estimate)}</span>
}

/** The right end of the scale for these: the widest interval, in steps of ten percent. */
export function scaleOf(estimates: readonly Estimate[]): number {
  const highest = Math.max(0, ...estimates.filter(({ method }) => method !== 'none').map(({ high }) => high))
  return Math.max(0.1, Math.ceil(highest * 10) / 10)
}
