// 案件 on the pages of records: the cases about a taking, and those on whose lists a person stands.
import type { Output } from '../../api.ts'
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { PanelProps, RecordPanel } from '../register/panels.ts'
import { isItem, type Subject, useSubjects } from '../register/subjects.ts'

type Row = Output<'case.about'>['cases'][number]

function useCases(of: Subject) {
  const subjects = useSubjects(of)
  return useCall('case.about', { rows: subjects ?? [of] }, { enabled: subjects !== undefined })
}

function useCount(of: Subject): number | undefined {
  return useCases(of).data?.cases.length
}

function CasesPanel({ register, id }: PanelProps) {
  const say = useText()
  const go = useGo()
  const read = useCases({ register, id })
  return (
    <Sheet
      title={t('案件', 'Cases')}
      note={read.data && say(t(`${read.data.cases.length} 件`, `${read.data.cases.length}`))}
      flush
    >
      <DataTable
        label={t('案件', 'Cases')}
        columns={columns(say)}
        rows={read.data?.cases}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/case/${row.id}`)}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('没有办过案件。', 'No case so far.')} />}
      />
    </Sheet>
  )
}

function columns(say: ReturnType<typeof useText>): Column<Row>[] {
  return [
    { key: 'number', label: t('案件号', 'Number'), cell: (row) => row.number, width: 130 },
    {
      key: 'title',
      label: t('事项和项目', 'Procedure and subject'),
      cell: (row) => `${say(row.label)}　${row.title}`,
      slack: true,
      card: 'title',
    },
    { key: 'opened', label: t('立案', 'Opened'), cell: (row) => row.openedOn, width: 100, card: 'hidden' },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      cell: (row) => <Stand row={row} />,
      card: 'state',
    },
  ]
}

/** Where the person stands in it; of the case as a whole, where that stands. */
function Stand({ row }: { row: Row }) {
  if (row.item?.objected) return <StateMark mark="paused" word={t('有异议，暂缓', 'Objected, held')} />
  return <StateMark mark={row.endedOn ? 'done' : 'doing'} word={row.item?.stateLabel ?? row.stateLabel} />
}

const cases: RecordPanel = {
  liesOn: (register, meta) =>
    isItem(register, meta) || meta.procedures.some(({ subject }) => subject === register.name),
  key: 'cases',
  label: t('案件', 'Cases'),
  order: 20,
  verb: 'case.read',
  useCount,
  Panel: CasesPanel,
}

export const panels: RecordPanel[] = [cases]
