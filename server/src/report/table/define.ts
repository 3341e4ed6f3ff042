/** A report (报表): dimensions × measures over one source. The table is the truth, the chart its shadow. */
import { invariant, type Text } from '#kernel'
import type { Dimension } from './dimension.ts'
import type { Measure } from './measure.ts'
import type { Source } from './source.ts'

export type Report = {
  /** `population.land-bands` */
  id: string
  label: Text
  system: string
  /** The verb that lets somebody read it. */
  can: string
  source: Source
  /** Only rows with these values: `{ year: 2019 }`. */
  where?: Readonly<Record<string, string | number>>
  dimensions: Readonly<Record<string, Dimension>>
  measures: Readonly<Record<string, Measure>>
  /** What is shown first: one or two dimensions, the measures in order, the measure of the chart. */
  first: { rows: readonly string[]; measures: readonly string[]; chart: string }
  note?: Text
}

/** Declares a report; what is shown first must exist. */
export function defineReport(report: Report): Report {
  const { id, first, dimensions, measures, where = {}, source } = report
  for (const name of first.rows) invariant(dimensions[name], `report ${id}: dimension ${name}`)
  for (const name of [...first.measures, first.chart])
    invariant(measures[name], `report ${id}: measure ${name}`)
  for (const name of Object.keys(where)) invariant(source.fields[name], `report ${id}: field ${name}`)
  return report
}
