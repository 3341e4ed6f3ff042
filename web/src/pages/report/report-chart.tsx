// The chart of a report: same order and same figures as the table.
import { t, useText } from '../../app/text.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Table } from './report-page.tsx'
import type { OpenCell } from './report-table.tsx'

export function ReportChart({
  table,
  measure,
  onOpen,
}: {
  table: Table
  measure: string
  onOpen: (cell: OpenCell) => void
}) {
  const say = useText()
  const at = table.measures.findIndex(({ name }) => name === measure)
  const shown = table.measures[at]
  if (!shown || table.rows.length === 0) return null
  const words = (row: Table['rows'][number]) => row.keys.map(({ text }) => say(text)).join(' ')
  const open = (index: number) => {
    const row = table.rows[index]
    if (row) onOpen({ keys: row.keys.map(({ key }) => key), words: words(row) })
  }
  return (
    <Sheet title={shown.label} note={say(t('点哪一条看哪一条的名单', 'press a bar for its rows'))}>
      <Chart
        kind="bars"
        label={shown.label}
        categories={table.rows.map(words)}
        series={[
          {
            label: shown.label,
            look: 'first',
            values: table.rows.map(({ figures }) => numberOf(figures[at]?.value)),
          },
        ]}
        unit={shown.unit}
        write={(value) => value.toLocaleString('en-US')}
        onOpen={open}
      />
    </Sheet>
  )
}

function numberOf(value: string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
