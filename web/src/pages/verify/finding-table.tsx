// The findings as a list: under their rule, under their place, the largest amounts or the oldest first.
import type { ReactNode } from 'react'
import type { Output } from '../../api.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable, type RowGroup } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import type { PagerProps } from '../../parts/pager.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

export type Finding = Output<'verify.list'>['findings'][number]
/** As the server orders them. */
export type Grouping = 'check' | 'area' | 'amount' | 'age'

type Props = {
  rows: readonly Finding[] | undefined
  grouping: Grouping
  open: number | undefined
  onOpen: (id: number) => void
  selection: { chosen: readonly number[]; onChoose: (ids: number[]) => void } | undefined
  pager: PagerProps
  empty: ReactNode
}

export function FindingTable({ rows, grouping, open, onOpen, selection, pager, empty }: Props) {
  const say = useText()
  const areaName = useAreaName()
  const grouped = grouping === 'check' || grouping === 'area'
  return (
    <div className="finding-list">
      <DataTable
        label={t('疑点', 'Findings')}
        columns={columns(say, grouping)}
        rows={rows}
        groups={rows && grouped ? groupsOf(rows, grouping, areaName) : undefined}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        tone={(row) => (row.id === open ? 'dai' : undefined)}
        selection={
          selection && {
            chosen: selection.chosen,
            onChoose: (keys) => selection.onChoose(keptOf(selection.chosen, rows, keys.map(Number))),
          }
        }
        pager={pager}
        empty={empty}
      />
    </div>
  )
}

/** What was chosen on other pages stays chosen. */
function keptOf(
  chosen: readonly number[],
  rows: readonly Finding[] | undefined,
  here: readonly number[],
): number[] {
  const shown = new Set(rows?.map(({ id }) => id))
  return [...chosen.filter((id) => !shown.has(id)), ...here.filter((id) => shown.has(id))]
}

function groupsOf(
  rows: readonly Finding[],
  grouping: 'check' | 'area',
  areaName: (code: string) => string,
): RowGroup<Finding>[] {
  const keyOf = (row: Finding) => (grouping === 'check' ? row.check : row.area.slice(0, 9))
  const keys = [...new Set(rows.map(keyOf))]
  return keys.map((key) => {
    const own = rows.filter((row) => keyOf(row) === key)
    return { key, label: grouping === 'check' ? (own[0]?.label ?? key) : areaName(key), rows: own }
  })
}

const stateMarks = { open: 'doubt', checking: 'doing', explained: 'done', corrected: 'done' } as const
const stateWords = {
  open: t('存疑', 'in doubt'),
  checking: t('转核实', 'being looked at'),
  explained: t('有理由', 'explained'),
  corrected: t('已更正', 'corrected'),
}

export function FindingState({ finding }: { finding: Finding }) {
  return <StateMark mark={stateMarks[finding.state]} word={stateWords[finding.state]} />
}

function columns(say: ReturnType<typeof useText>, grouping: Grouping): Column<Finding>[] {
  return [
    { key: 'place', label: t('何处', 'Where'), cell: (row) => say(row.place), slack: true, card: 'title' },
    { key: 'stated', label: t('写的是', 'Stated'), cell: (row) => say(row.stated), slack: true },
    { key: 'computed', label: t('核出来', 'Found'), cell: (row) => brief(say(row.computed)), slack: true },
    { key: 'state', label: t('状态', 'State'), cell: (row) => <FindingState finding={row} />, card: 'state' },
    { key: 'verdict', label: t('结论', 'Verdict'), cell: (row) => say(row.verdictText), minor: true },
    {
      key: 'difference',
      label: t('差', 'Difference'),
      number: true,
      cell: (row) => say(differenceText(row.difference)),
    },
    {
      key: 'amount',
      label: t('金额（元）', 'Amount'),
      number: true,
      cell: (row) => (row.amount === null ? '' : <MoneyText yuan={row.amount} quietZero />),
      minor: true,
    },
    {
      key: 'handler',
      label: t('经手', 'Handled by'),
      cell: (row) => row.handler ?? '',
      minor: true,
      card: 'hidden',
    },
    {
      key: 'age',
      label: t('天数', 'Days'),
      number: true,
      cell: (row) => row.days,
      minor: grouping !== 'age',
      card: grouping === 'age' ? 'fact' : 'hidden',
    },
  ]
}

/** Of a sum only what it comes to; its parts stand on the sheet of the finding. */
function brief(computed: string): string {
  return computed.split(/ [＝=] /).at(-1) ?? computed
}

/** A figure, or the numbers that are missing: 2、4 · 2, 4. */
export function differenceText(difference: string | null): Text {
  const zh = (difference ?? '').replace('-', '−')
  return t(zh, zh.replaceAll('、', ', '))
}
