// Cases as the desk lists them: by what is due, or those that went through my hands.

import type { Output } from '../../api-types.ts'
import { useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable, type DataTableProps } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

type Row = Output<'case.list'>['rows'][number]
type LinesProps = Pick<DataTableProps<Row>, 'rows' | 'problem' | 'onRetry' | 'pager'> & {
  label: { zh: string; en: string }
  none: { zh: string; en: string }
}

export function CaseLines({ label, none, ...table }: LinesProps) {
  const go = useGo()
  return (
    <DataTable
      {...table}
      label={label}
      columns={useColumns()}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`/case/${row.id}`)}
      empty={<EmptyNote text={none} />}
    />
  )
}

function useColumns(): Column<Row>[] {
  const say = useText()
  const areaName = useAreaName()
  return [
    { key: 'due', label: t('期限', 'Due'), width: 150, card: 'state', cell: (row) => <Due due={row.due} /> },
    {
      key: 'title',
      label: t('事项', 'Case'),
      slack: true,
      card: 'title',
      cell: (row) => (
        <>
          <b>{row.title}</b> {say(row.label)}
        </>
      ),
    },
    { key: 'number', label: t('案件号', 'Number'), card: 'fact', cell: (row) => row.number },
    { key: 'place', label: t('地区', 'Place'), minor: true, cell: (row) => areaName(row.area) },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      card: 'fact',
      cell: (row) => <StateMark mark={row.endedOn ? 'done' : 'doing'} word={row.stateLabel} />,
    },
  ]
}

function Due({ due }: { due: string | null }) {
  const say = useText()
  const { meta } = useSession()
  if (due === null) return <>—</>
  const left = Math.round((Date.parse(due) - Date.parse(meta.today)) / 86_400_000)
  return <StateMark mark={dueMark(left)} word={`${say(dayWords(due))} ${dueWords(left)}`} />
}
