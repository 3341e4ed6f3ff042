// The dense table of the house: hairlines, numbers to the right, a sum row under an ink line, keys for rows.
// On phones the same rows become two-line cards. Written on plain antd Table.
import { Table } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useScreen } from '../app/screen.ts'
import { type Text, t, useText } from '../app/text.tsx'
import type { WebProblem } from '../problem.ts'
import { CardList } from './card-list.tsx'
import { antdColumns, groupedLines, type Line, lineKey, type RowGroup } from './data-table-columns.tsx'
import { useDensity } from './density.ts'
import { EmptyNote } from './empty-note.tsx'
import { Pager, type PagerProps } from './pager.tsx'
import { ProblemNote } from './problem-note.tsx'
import { rowKeyDown } from './row-keys.ts'
import { WaitBars } from './wait-bars.tsx'
import './data-table.css'

export type { RowGroup } from './data-table-columns.tsx'

export type Column<Row> = {
  key: string
  label: Text | string
  cell: (row: Row) => ReactNode
  /** Right-aligned figures. */
  number?: boolean
  width?: number
  /** Takes the slack and may wrap (the sentence column); all others never wrap. */
  slack?: boolean
  /** Folds away below 1400 px. */
  minor?: boolean
  /** Where it stands on a phone card: default first column = title, then up to three facts. */
  card?: 'title' | 'state' | 'fact' | 'hidden'
}

export type DataTableProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  /** Rows under headings, instead of `rows`. */
  groups?: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string | number
  /** What the table is, read aloud. */
  label: Text | string
  onOpen?: (row: Row) => void
  /** `W` on a row with an amount. */
  onWhy?: (row: Row) => void
  tone?: (row: Row) => 'zhu' | 'zhe' | 'zi' | 'dai' | undefined
  /** Content of the sum row by column key; the first column says 合计 unless given. */
  sum?: Readonly<Record<string, ReactNode>>
  selection?: { chosen: readonly (string | number)[]; onChoose: (keys: (string | number)[]) => void }
  /** Many columns: the first is frozen, the rest scroll sideways. */
  wide?: boolean
  problem?: WebProblem | null
  onRetry?: () => void
  empty?: ReactNode
  pager?: PagerProps
}

/** `<DataTable label="凭证" columns={columns} rows={data?.rows} rowKey={(row) => row.id} onOpen={(row) => go(`/voucher/${row.id}`)} />` */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const screen = useScreen()
  const lines = groupedLines(props.groups ?? [{ rows: props.rows ?? [] }])
  if (props.problem && props.rows === undefined)
    return <ProblemNote problem={props.problem} onRetry={props.onRetry} />
  if (props.rows === undefined && props.groups === undefined) return <WaitBars lines={8} />
  if (lines.length === 0)
    return <>{props.empty ?? <EmptyNote text={t('还没有记录。', 'There are no records yet.')} />}</>
  return (
    <>
      {screen === 'phone' ? <CardList {...props} lines={lines} /> : <WideTable {...props} lines={lines} />}
      {props.pager && <Pager {...props.pager} />}
    </>
  )
}

function WideTable<Row>(props: DataTableProps<Row> & { lines: readonly Line<Row>[] }) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  const density = useDensity()
  const shown = useShownColumns(props.columns)
  const { lines, onOpen, onWhy, selection, rowKey } = props
  return (
    <div ref={box} className={`data-table density-${density}`}>
      <Table<Line<Row>>
        size="small"
        pagination={false}
        columns={antdColumns(shown, { wide: props.wide ?? false, say })}
        dataSource={[...lines]}
        rowKey={(line) => lineKey(line, rowKey)}
        scroll={props.wide ? { x: 'max-content' } : undefined}
        rowClassName={(line) => lineClass(line, props)}
        rowSelection={selection && selectionOf(selection, say)}
        onRow={(line, index) => rowProps(line, index ?? 0, { onOpen, onWhy, box })}
        summary={
          props.sum
            ? () => <SumRow columns={shown} sum={props.sum ?? {}} selects={Boolean(selection)} />
            : undefined
        }
        aria-label={say(props.label)}
      />
    </div>
  )
}

function useShownColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  useScreen()
  const roomy = window.innerWidth >= 1400
  return columns.filter((column) => roomy || !column.minor)
}

function lineClass<Row>(line: Line<Row>, props: DataTableProps<Row>): string {
  if (line.kind === 'heading') return `group-row${line.tone ? ` mark-${line.tone}` : ''}`
  const tone = props.tone?.(line.row)
  return `${props.onOpen ? 'row-opens' : ''}${tone ? ` row-${tone}` : ''}`
}

function selectionOf<Row>(
  selection: NonNullable<DataTableProps<unknown>['selection']>,
  say: ReturnType<typeof useText>,
) {
  return {
    selectedRowKeys: [...selection.chosen],
    // antd keys are string | number | bigint; ours are never bigint
    onChange: (keys: React.Key[]) => selection.onChoose(keys.filter((key) => typeof key !== 'bigint')),
    columnTitle: undefined,
    // A heading of a group is no row to choose.
    getCheckboxProps: (line: Line<Row>) =>
      line.kind === 'heading'
        ? { disabled: true, style: { display: 'none' } }
        : { 'aria-label': say(t('选这一行', 'Choose this row')) },
    getTitleCheckboxProps: () => ({ 'aria-label': say(t('选这一页', 'Choose this page')) }),
  }
}

type RowActs<Row> = {
  onOpen?: (row: Row) => void
  onWhy?: (row: Row) => void
  box: React.RefObject<HTMLDivElement | null>
}

function rowProps<Row>(line: Line<Row>, index: number, acts: RowActs<Row>) {
  if (line.kind === 'heading') return {}
  const { onOpen, onWhy, box } = acts
  return {
    tabIndex: onOpen ? (line.first ? 0 : -1) : undefined,
    'data-row': index,
    onClick: (event: React.MouseEvent<HTMLElement>) => {
      if (!isControl(event.target)) onOpen?.(line.row)
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) =>
      rowKeyDown(event, box.current, {
        open: onOpen && (() => onOpen(line.row)),
        why: onWhy && (() => onWhy(line.row)),
      }),
  }
}

/** A click on a button or a link inside a row is not a click on the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, [role="button"]') !== null
}

function SumRow<Row>({
  columns,
  sum,
  selects,
}: {
  columns: readonly Column<Row>[]
  sum: Readonly<Record<string, ReactNode>>
  selects: boolean
}) {
  const say = useText()
  const shift = selects ? 1 : 0
  return (
    <Table.Summary>
      <Table.Summary.Row className="sum-row">
        {selects && <Table.Summary.Cell index={0} />}
        {columns.map((column, index) => (
          <Table.Summary.Cell key={column.key} index={index + shift} align={column.number ? 'right' : 'left'}>
            {sum[column.key] ?? (index === 0 ? say(t('合计', 'Total')) : null)}
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  )
}
