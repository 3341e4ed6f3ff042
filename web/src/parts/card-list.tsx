// Rows on a phone: name and state in the first line, up to three facts in the second; what a row does not have takes no place.
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { type Say, t, useText } from '../app/text.tsx'
import type { Column, DataTableProps } from './data-table.tsx'
import type { Line } from './data-table-columns.tsx'

export function CardList<Row>(props: DataTableProps<Row> & { lines: readonly Line<Row>[] }) {
  const say = useText()
  const places = cardPlaces(props.columns)
  return (
    <ul className="card-list" aria-label={say(props.label)}>
      {props.lines.map((line) =>
        line.kind === 'heading' ? (
          <li key={`heading:${line.key}`} className="card-heading">
            {say(line.label)} {line.note}
          </li>
        ) : (
          <li key={props.rowKey(line.row)} className={props.selection && 'card-chosen'}>
            {props.selection && <Choose {...props.selection} of={props.rowKey(line.row)} />}
            <Card row={line.row} places={places} onOpen={props.onOpen} />
          </li>
        ),
      )}
      {props.sum && <li className="card-sum">{sumFacts(props.columns, props.sum, say)}</li>}
    </ul>
  )
}

/** Beside the card, so that choosing does not open it. */
function Choose({
  chosen,
  onChoose,
  of,
}: NonNullable<DataTableProps<unknown>['selection']> & { of: RowKey }) {
  const say = useText()
  const change = (on: boolean) => onChoose(on ? [...chosen, of] : chosen.filter((one) => one !== of))
  return (
    <Checkbox
      checked={chosen.includes(of)}
      aria-label={say(t('选这一行', 'Choose this row'))}
      onChange={(event) => change(event.target.checked)}
    />
  )
}

type RowKey = string | number

type Places<Row> = { title?: Column<Row>; state?: Column<Row>; facts: readonly Column<Row>[] }

function Card<Row>({ row, places, onOpen }: { row: Row; places: Places<Row>; onOpen?: (row: Row) => void }) {
  const say = useText()
  const body = (
    <>
      <span className="card-first">
        <b>{places.title?.cell(row)}</b>
        <span>{places.state?.cell(row)}</span>
      </span>
      <span className="card-facts">
        {factsOf(places.facts, row).map(([fact, cell]) => (
          <span key={fact.key}>
            <span className="card-label">{say(fact.label)}</span> {cell}
          </span>
        ))}
      </span>
    </>
  )
  if (!onOpen) return <div className="card">{body}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card may hold links of its own, so it can be neither a nor button
    <div
      className="card"
      role="link"
      tabIndex={0}
      onClick={() => onOpen(row)}
      onKeyDown={(event) => event.key === 'Enter' && onOpen(row)}
    >
      {body}
    </div>
  )
}

/** Pure: the first three columns that say something of this row. */
export function factsOf<Row>(facts: readonly Column<Row>[], row: Row): [Column<Row>, ReactNode][] {
  return facts
    .map((fact): [Column<Row>, ReactNode] => [fact, fact.cell(row)])
    .filter(([, cell]) => cell !== null && cell !== undefined && cell !== '')
    .slice(0, 3)
}

/** Pure: which column stands where on a card. */
export function cardPlaces<Row>(columns: readonly Column<Row>[]): Places<Row> {
  const title =
    columns.find((column) => column.card === 'title') ?? columns.find((column) => column.card === undefined)
  const state = columns.find((column) => column.card === 'state')
  const rest = columns.filter((column) => column !== title && column !== state && column.card !== 'hidden')
  const chosen = rest.filter((column) => column.card === 'fact')
  return { title, state, facts: chosen.length > 0 ? chosen : rest }
}

function sumFacts<Row>(
  columns: readonly Column<Row>[],
  sum: Readonly<Record<string, ReactNode>>,
  say: Say,
): ReactNode {
  return columns
    .filter((column) => sum[column.key] !== undefined)
    .map((column) => (
      <span key={column.key}>
        <span className="card-label">{say(column.label)}</span> {sum[column.key]}
      </span>
    ))
}
