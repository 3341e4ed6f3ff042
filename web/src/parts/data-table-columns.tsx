// Our columns and groups in antd's words.
import type { TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import type { Say, Text } from '../app/text.tsx'
import type { Column } from './data-table.tsx'

export type RowGroup<Row> = {
  key?: string
  label?: Text | string
  note?: ReactNode
  tone?: 'zhu' | 'zhe' | 'dai'
  rows: readonly Row[]
}

/** A table line: a row, or the heading of a group. */
export type Line<Row> =
  | { kind: 'row'; row: Row; first: boolean }
  | { kind: 'heading'; key: string; label: Text | string; note?: ReactNode; tone?: RowGroup<unknown>['tone'] }

/** Groups with their rows as one list; groups without rows leave no heading. */
export function groupedLines<Row>(groups: readonly RowGroup<Row>[]): Line<Row>[] {
  const lines = groups
    .filter((group) => group.rows.length > 0)
    .flatMap((group) => [
      ...headingOf(group),
      ...group.rows.map((row): Line<Row> => ({ kind: 'row', row, first: false })),
    ])
  const first = lines.findIndex((line) => line.kind === 'row')
  return lines.map((line, index) => (line.kind === 'row' ? { ...line, first: index === first } : line))
}

function headingOf<Row>(group: RowGroup<Row>): Line<Row>[] {
  if (group.label === undefined) return []
  const key = group.key ?? (typeof group.label === 'string' ? group.label : group.label.zh)
  return [{ kind: 'heading', key, label: group.label, note: group.note, tone: group.tone }]
}

export function lineKey<Row>(line: Line<Row>, rowKey: (row: Row) => string | number): string | number {
  return line.kind === 'row' ? rowKey(line.row) : `heading:${line.key}`
}

export function antdColumns<Row>(
  columns: readonly Column<Row>[],
  how: { wide: boolean; say: Say },
): TableColumnType<Line<Row>>[] {
  return columns.map((column, index) => ({
    key: column.key,
    title: how.say(column.label),
    width: column.slack ? undefined : column.width,
    align: column.number ? 'right' : 'left',
    fixed: how.wide && index === 0 ? 'start' : undefined,
    className: `${column.slack ? 'cell-slack' : 'nowrap'}${column.number ? ' number' : ''}`,
    onCell: (line) => (line.kind === 'heading' ? { colSpan: index === 0 ? columns.length : 0 } : {}),
    render: (_: unknown, line: Line<Row>) =>
      line.kind === 'row' ? column.cell(line.row) : index === 0 ? headingWords(line, how.say) : null,
  }))
}

function headingWords(line: { label: Text | string; note?: ReactNode }, say: Say): ReactNode {
  return (
    <>
      {say(line.label)} {line.note && <span className="group-note">{line.note}</span>}
    </>
  )
}
