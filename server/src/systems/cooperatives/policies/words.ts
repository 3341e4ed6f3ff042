/** Words that several policies of cooperatives share. */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm } from '#policy'
import { choices, choose, fact } from '#policy'

/** How a target with a due date stands. */
export const progress = choices({
  reached: t('已达标', 'reached'),
  open: t('未达标，未到期', 'not reached, not yet due'),
  overdue: t('到期未达标', 'not reached, overdue'),
})

/** Where a target stands on the day of the count; on the due day itself it is not yet overdue (CQ-02). */
export function progressOf(reached: BooleanTerm, on: { countedOn: DayTerm; dueOn: DayTerm }) {
  return choose()
    .when(reached, progress.reached)
    .when(on.countedOn.isAtMost(on.dueOn), progress.open)
    .otherwise(progress.overdue)
}

/** Counts of demonstration cooperatives by the highest level that each holds (CQ-03). */
export const levelCounts = {
  national: fact.count({ label: t('国家级示范社', 'National demonstration cooperatives') }),
  provincial: fact.count({ label: t('省级示范社', 'Provincial demonstration cooperatives') }),
  city: fact.count({ label: t('市级示范社', 'City demonstration cooperatives') }),
  county: fact.count({ label: t('县级示范社', 'County demonstration cooperatives') }),
}

export const countedOn = fact.day({ label: t('统计日', 'Day of the count') })

/** AMB-01: are the counts of the levels exclusive, or does a lower level include the higher ones? */
export const counting = choices({
  exclusive: t('按最高级别，不重复计', 'by the highest level, each once'),
  cumulative: t('含上级，累计计', 'this level and above'),
})
