/** One part of a total split in order (GEN-01): each share is rounded to the fen, the last that is not zero takes the remainder. */
import type { PartNode } from '../node.ts'
import type { Column, SqlRule } from './rule.ts'
import { absorbed, computed } from './rule.ts'
import { divided, MOST } from './values.ts'

export const partSql: SqlRule<PartNode> = (node, place) => {
  const total = place.col(node.total)
  const shares = node.shares.map(({ share }) => (share === 'rest' ? ('rest' as const) : place.col(share)))
  const given = shares.filter((share) => share !== 'rest')
  const at = node.shares.findIndex(({ name }) => name === node.name)
  return computed(absorbed([total, ...given]), at < 0 ? '0::numeric' : split({ total: total.v, shares, at }))
}

/** Selects one around the other: one denominator, weights over it, which is the last, then part after part. */
function split({
  total,
  shares,
  at,
}: {
  total: string
  shares: readonly (Column | 'rest')[]
  at: number
}): string {
  const dens = shares.flatMap((share) => (share === 'rest' ? [] : [`(${share.v})[2]`]))
  const den = dens.reduce((all, one) => `lcm(${all}, ${one})`, '1::numeric')
  const weights = shares.map((share, i) =>
    share === 'rest' ? '' : `(${share.v})[1] * div(w.d, (${share.v})[2]) as w${i}`,
  )
  const numbered = shares.map((_, i) => i)
  let from = `(select ${['w.d', ...weights.filter(Boolean)].join(', ')} from (select ${den} as d offset 0) w offset 0)`
  from = `(select g.d, ${numbered.map((i) => `${weightOf(shares, i)} as w${i}`).join(', ')} from ${from} g offset 0)`
  const last = numbered.toReversed().map((i) => `when h.w${i} > 0 then ${i}`)
  from = `(select h.*, ${total} as t, ${total} as rest0, (case ${last.join(' ')} else -1 end) as last from ${from} h offset 0)`
  for (const i of numbered.slice(0, at))
    from = `(select p.*, p.rest${i} - ${partAt(i)} as rest${i + 1} from ${from} p offset 0)`
  const sum = numbered.map((i) => `p.w${i}`).join(' + ')
  const fair = [`p.t >= 0`, `p.d <= ${MOST}`, `${sum} = p.d`, ...numbered.map((i) => `p.w${i} >= 0`)]
  return `(select case when ${fair.join(' and ')} then ${partAt(at)} end from ${from} p)`
}

/** What the others leave of the whole, or the share itself. */
function weightOf(shares: readonly (Column | 'rest')[], i: number): string {
  if (shares[i] !== 'rest') return `g.w${i}`
  return ['g.d', ...shares.flatMap((share, j) => (share === 'rest' ? [] : [`g.w${j}`]))].join(' - ')
}

function partAt(i: number): string {
  const exact = divided(`p.t * p.w${i}`, 'p.d', 'half-up')
  return `(case when p.last = ${i} then p.rest${i} else least(${exact}, p.rest${i}) end)`
}
