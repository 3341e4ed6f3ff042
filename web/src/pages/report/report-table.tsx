// The table of a report: keys at left, figures at right, the total under an ink line.
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import type { Table } from './report-page.tsx'

type Row = Table['rows'][number]
export type OpenCell = { keys: (string | null)[]; words: string }

export function ReportTable({
  table,
  onOpen,
}: {
  table: Table | undefined
  /** Figures that are frozen do not open. */
  onOpen?: (cell: OpenCell) => void
}) {
  const say = useText()
  const heads = (table?.heads ?? []).map((head, at) => ({
    key: head.name,
    label: head.label,
    cell: (row: Row) => say(row.keys[at]?.text),
    slack: at === 0,
  }))
  const measures = (table?.measures ?? []).map((measure, at) => ({
    key: `m.${measure.name}`,
    label: measure.unit
      ? { zh: `${measure.label.zh}（${measure.unit.zh}）`, en: `${measure.label.en} (${measure.unit.en})` }
      : measure.label,
    number: true,
    cell: (row: Row) => <Shown figure={row.figures[at]} />,
  }))
  const sum = Object.fromEntries(
    (table?.measures ?? []).map(({ name }, at) => [
      `m.${name}`,
      <Shown key={name} figure={table?.total[at]} />,
    ]),
  )
  return (
    <DataTable
      label={t('报表', 'Report')}
      columns={[...heads, ...measures]}
      rows={table?.rows}
      rowKey={(row) => row.keys.map(({ key }) => key ?? '?').join(' ')}
      {...(onOpen
        ? {
            onOpen: (row: Row) =>
              onOpen({
                keys: row.keys.map(({ key }) => key),
                words: row.keys.map(({ text }) => say(text)).join('，'),
              }),
          }
        : {})}
      sum={sum}
      empty={<EmptyNote text={t('这一期还没有数据。', 'There is nothing to count yet.')} />}
    />
  )
}

/** A figure; rows that are not known are said beside it, never counted as 0. */
function Shown({ figure }: { figure: Row['figures'][number] | undefined }) {
  const say = useText()
  if (!figure || figure.value === null) return <>{say(t('不详', 'unknown'))}</>
  const missing =
    figure.unknown > 0 ? say(t(`（${figure.unknown} 行不详）`, ` (${figure.unknown} unknown)`)) : ''
  return (
    <>
      {figure.shown}
      {missing}
    </>
  )
}
