/** Words that the election policies share. */
import { t } from '#kernel'
import type { ChoiceTerm, CountTerm } from '#policy'
import { byChoice, choices, dated, fact, step, sumOf } from '#policy'
import { clause, since } from './sources.ts'

export const ballots = {
  validBallots: fact.count({ label: t('有效票', 'Valid ballots') }),
  invalidBallots: fact.count({ label: t('无效票（含空白票）', 'Invalid ballots, blank ones included') }),
}
export const countedOn = fact.day({ label: t('计票日', 'Day of the count') })

const castOf = choices({
  collected: t('收回的全部选票', 'all ballots collected'),
  valid: t('只算有效票', 'valid ballots only'),
})

/** AMB-51: of which ballots a majority is needed. */
export const castParameter = dated(castOf.collected, {
  label: t('得票比例的基数', 'What a majority is taken of'),
  from: since,
  cite: clause.validity,
  question: 'AMB-51',
})

type Ballots = { readonly validBallots: CountTerm; readonly invalidBallots: CountTerm }

/** Ballots that count for majorities. */
export function ballotsCast(f: Ballots, cast: ChoiceTerm<'collected' | 'valid'>): CountTerm {
  const number = byChoice(cast, { collected: sumOf(f.validBallots, f.invalidBallots), valid: f.validBallots })
  return step('cast', t('计算基数票数', 'Ballots that majorities are taken of'), number, clause.validity)
}
