// What `/api/meta` says of a report.
import type { Text } from '../../app/text.tsx'

type Named = { name: string; label: Text }
export type ReportMeta = {
  id: string
  label: Text
  system: string
  dimensions: Named[]
  measures: Named[]
  first: { rows: readonly string[]; measures: readonly string[]; chart: string }
  note?: Text
}
