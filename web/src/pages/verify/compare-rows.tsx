// The rows of one class as a table; the one that is open stands beside it, list and register side by side.
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Columns } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { RowSheet } from './compare-row-sheet.tsx'
import { canAdopt, RowState } from './compare-row-state.tsx'
import { type Compared, figure, type ListRow, type RowClass, tabWords } from './compare-words.ts'

export function RowsSheet({ given, of }: { given: Compared; of: RowClass }) {
  const say = useText()
  const [onlyNew, setOnlyNew] = useState(false)
  const [open, setOpen] = useState<number>()
  const [chosen, setChosen] = useState<number[]>([])
  const pages = usePages<number>()
  const asked = {
    comparisonId: given.id,
    classes: [of],
    onlyNew,
    limit: 50,
    ...(pages.after ? { after: pages.after } : {}),
  }
  const read = useCall('compare.rows', asked)
  const rows = read.data?.rows
  const row = rows?.find(({ id }) => id === open) ?? rows?.[0]
  const adoptable = rows?.filter(canAdopt) ?? []
  return (
    <Columns
      sideWidth={372}
      side={row && <RowSheet key={row.id} given={given} row={row} />}
      main={
        <Sheet
          title={tabWords[of]}
          note={say(t(`${figure(given.counts[of] ?? 0)} 行`, `${figure(given.counts[of] ?? 0)} rows`))}
          actions={
            given.previous && (
              <Checkbox
                checked={onlyNew}
                onChange={(event) => {
                  setOnlyNew(event.target.checked)
                  pages.restart()
                }}
              >
                {say(t('只看上次名单没有的', 'Only what is new'))}
              </Checkbox>
            )
          }
          flush
          {...(chosen.length > 0
            ? { footer: <Propose given={given} chosen={chosen} onDone={() => setChosen([])} /> }
            : {})}
        >
          <DataTable
            label={tabWords[of]}
            columns={columnsOf(given, of, say)}
            rows={rows}
            rowKey={(one) => one.id}
            onOpen={(one) => setOpen(one.id)}
            tone={(one) => (one.id === row?.id ? 'dai' : undefined)}
            problem={read.error}
            onRetry={() => void read.refetch()}
            pager={pages.pager(read.data?.next)}
            {...(given.can.decide && adoptable.length > 0
              ? {
                  selection: {
                    chosen,
                    onChoose: (keys: (string | number)[]) =>
                      setChosen(keys.map(Number).filter((id) => adoptable.some((one) => one.id === id))),
                  },
                }
              : {})}
          />
        </Sheet>
      }
    />
  )
}

function Propose({
  given,
  chosen,
  onDone,
}: {
  given: Compared
  chosen: readonly number[]
  onDone: () => void
}) {
  const say = useText()
  const propose = useAct('compare.propose', { onDone })
  return (
    <div className="compare-propose">
      <span>
        {say(
          t(
            `选了 ${chosen.length} 行。提出后由另一人确认，确认了才写进名册。`,
            `${chosen.length} chosen. Another person confirms before anything is written.`,
          ),
        )}
      </span>
      <Button
        type="primary"
        loading={propose.isPending}
        onClick={() => propose.mutate({ comparisonId: given.id, rowIds: [...chosen] })}
      >
        {say(t(`提出采信 ${chosen.length} 行`, `Propose ${chosen.length}`))}
      </Button>
      {propose.error && <ProblemNote problem={propose.error} />}
    </div>
  )
}

function columnsOf(given: Compared, of: RowClass, say: ReturnType<typeof useText>): Column<ListRow>[] {
  const said = (row: ListRow) =>
    row.values
      .slice(0, 3)
      .map(({ value }) => value)
      .join('　')
  const differing: Column<ListRow> = {
    key: 'differs',
    label: t('不同之处（名册 → 名单）', 'Differs (register → list)'),
    cell: (row) =>
      row.differs.map((one) => `${say(one.label)} ${one.now ?? '未填'} → ${one.there}`).join('；'),
    slack: true,
  }
  const near: Column<ListRow> = {
    key: 'near',
    label: t('可能是', 'May be'),
    cell: (row) =>
      row.candidates.map(({ title, areaName, score }) => `${areaName} ${title}（${score} 分）`).join('；'),
    slack: true,
  }
  const why: Column<ListRow> = {
    key: 'why',
    label: t('说明', 'Remark'),
    cell: (row) => row.problems.map(({ text }) => say(text)).join('；'),
    slack: true,
  }
  const more = of === 'differs' ? [differing] : of === 'candidate' ? [near] : of === 'unreadable' ? [why] : []
  return [
    {
      key: 'row',
      label: t('行', 'Row'),
      cell: (row) => (given.sheets.filter(({ use }) => use).length > 1 ? `${row.sheet} ${row.row}` : row.row),
      card: 'hidden',
    },
    { key: 'said', label: t('名单上', 'On the list'), cell: said, card: 'title' },
    {
      key: 'here',
      label: t('名册里', 'In the register'),
      cell: (row) =>
        row.here
          .slice(0, 2)
          .map(({ title, areaName }) => `${areaName} ${title}`)
          .join('；'),
    },
    ...more,
    {
      key: 'state',
      label: t('状态', 'State'),
      cell: (row) => <RowState row={row} />,
      card: 'state',
    },
  ]
}
