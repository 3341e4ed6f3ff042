// The people of a case: state, category, amount; chosen for the act above.
import { PageLink } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { MoneyText } from '../../parts/money-text.tsx'
import { PrintButtons } from '../../parts/print-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { batchWords, type Case, type CaseItem, itemMark, type NextAct } from './case-types.ts'

type Props = {
  data: Case
  act: NextAct | undefined
  chosen: readonly number[] | undefined
  onChoose: (ids: number[]) => void
}

export function ItemsSheet({ data, act, chosen, onChoose }: Props) {
  const say = useText()
  const selects = act && (act.take === 'eligible' || act.take === 'chosen') && act.objection !== 'answer'
  const shown = chosen ?? (act?.take === 'eligible' ? act.eligible : [])
  const eligible = new Set(act?.eligible ?? [])
  return (
    <Sheet title={t('名单', 'List')} note={noteOf(say, data)} flush>
      <DataTable
        label={t('名单', 'List')}
        columns={useColumns(data)}
        rows={data.itemRows}
        rowKey={(row) => row.id}
        sum={data.totals.counted > 0 ? { amount: <MoneyText yuan={data.totals.amount} strong /> } : undefined}
        selection={
          selects
            ? {
                chosen: shown,
                onChoose: (keys) => onChoose(keys.map(Number).filter((id) => eligible.has(id))),
              }
            : undefined
        }
        tone={(row) => (row.objected ? 'zhe' : undefined)}
      />
    </Sheet>
  )
}

function noteOf(say: ReturnType<typeof useText>, data: Case): string {
  const by = new Map<string, number>()
  for (const row of data.itemRows) by.set(say(row.label), (by.get(say(row.label)) ?? 0) + 1)
  const parts = [...by].map(([label, n]) => `${label} ${n}`)
  return `${data.itemRows.length} ${say(data.counter)}${say(t('：', ': '))}${parts.join(say(t('，', ', ')))}`
}

function useColumns(data: Case): Column<CaseItem>[] {
  const say = useText()
  const { meta } = useSession()
  const letters = meta.papers.some(({ at }) => at.page === 'item' && at.of === data.procedure)
  const register = meta.procedures.find((one) => one.id === data.procedure)?.items.register ?? ''
  return [
    {
      key: 'name',
      label: t('姓名', 'Name'),
      cell: (row) => <PageLink to={`/r/${register}/${row.rowId}`}>{row.name}</PageLink>,
      width: 110,
    },
    { key: 'group', label: t('组', 'Group'), cell: (row) => row.groupName, width: 80 },
    {
      key: 'category',
      label: t('类别', 'Category'),
      cell: (row) => say(row.category ?? '') || '—',
      slack: true,
    },
    {
      key: 'amount',
      label: t('金额（元）', 'Yuan'),
      number: true,
      cell: (row) => <Amount row={row} />,
    },
    {
      key: 'batch',
      label: t('批', 'Batch'),
      cell: (row) => (row.batch === null ? '—' : say(batchWords(row.batch))),
      card: 'hidden',
    },
    {
      key: 'state',
      label: t('状态', 'State'),
      card: 'state',
      cell: (row) =>
        row.objected ? (
          <StateMark mark="doubt" word={t('有异议，暂缓', 'Objected, held')} />
        ) : (
          <StateMark mark={itemMark(row.mark)} word={row.label} />
        ),
    },
    {
      key: 'since',
      label: t('自', 'Since'),
      cell: (row) => say(dayWords(row.since)),
      minor: true,
      card: 'hidden',
    },
    ...(letters ? [letterColumn(data)] : []),
  ]
}

/** The paper for the person himself. */
function letterColumn(data: Case): Column<CaseItem> {
  return {
    key: 'letter',
    label: t('文书', 'Papers'),
    card: 'hidden',
    cell: (row) =>
      row.decisionId !== null && (
        <PrintButtons page="item" of={data.procedure} input={{ caseId: data.id, itemId: row.id }} small />
      ),
  }
}

/** Every amount opens its reason. */
function Amount({ row }: { row: CaseItem }) {
  if (row.amount === null) return <>—</>
  if (row.decisionId === null) return <MoneyText yuan={row.amount} />
  return (
    <PageLink to={`/explain/${row.decisionId}`}>
      <MoneyText yuan={row.amount} />
    </PageLink>
  )
}
