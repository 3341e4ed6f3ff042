// The rows of one class as a table; the one that is open stands beside it, list and register side by side.
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Columns, showSide } from '../../parts/page.tsx'
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
            onOpen={(one) => {
              setOpen(one.id)
              showSide()
            }}
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

type Say = ReturnType<typeof useText>

function columnsOf(given: Compared, of: RowClass, say: Say): Column<ListRow>[] {
  const sheets = given.sheets.filter(({ use }) => use).length
  const here: Column<ListRow> = {
    key: 'here',
    label: t('名册里', 'In the register'),
    cell: (row) => <Pieces of={placed(row.here)} />,
    slack: true,
  }
  const more = { ...tellingColumns(say), same: here, repeated: undefined, onlyThere: undefined }[of]
  return [
    {
      key: 'row',
      label: t('行', 'Row'),
      cell: (row) => (sheets > 1 ? `${row.sheet} ${row.row}` : row.row),
      minor: true,
      card: 'hidden',
    },
    {
      key: 'said',
      label: t('名单上', 'On the list'),
      cell: ({ values }) => <Pieces of={values.slice(0, 2).map(({ value }) => value)} />,
      card: 'title',
      slack: true,
    },
    ...(of === 'differs' ? [here] : []),
    ...(more ? [more] : []),
    { key: 'state', label: t('状态', 'State'), cell: (row) => <RowState row={row} />, card: 'state' },
  ]
}

/** Pieces that stay whole; the line may break between them. */
function Pieces({ of }: { of: readonly string[] }) {
  return (
    <span className="compare-pieces">
      {of.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and nothing moves
        <span key={at}>{piece}</span>
      ))}
    </span>
  )
}

function placed(here: ListRow['here']): string[] {
  const words = here.slice(0, 2).flatMap(({ title, areaName }) => [areaName, title])
  return here.length > 2 ? [...words, `等 ${here.length} 条`] : words
}

/** What a class has to say of its rows. */
function tellingColumns(say: Say): Record<'differs' | 'candidate' | 'unreadable', Column<ListRow>> {
  return {
    differs: {
      key: 'differs',
      label: t('不同之处（名册 → 名单）', 'Differs (register → list)'),
      cell: (row) => (
        <Pieces
          of={row.differs.flatMap(({ label, now, there }) => [
            say(label),
            `${now ?? say(t('未填', 'not given'))} →`,
            `${there}`,
          ])}
        />
      ),
      slack: true,
    },
    candidate: {
      key: 'near',
      label: t('可能是', 'May be'),
      cell: (row) =>
        row.candidates
          .map(({ title, areaName, score }) =>
            say(t(`${areaName} ${title}（${score} 分）`, `${areaName} ${title} (${score})`)),
          )
          .join('；'),
      slack: true,
    },
    unreadable: {
      key: 'why',
      label: t('说明', 'Remark'),
      cell: (row) => row.problems.map(({ text }) => say(text)).join('；'),
      slack: true,
    },
  }
}
