// What was done, by whom, within which limit, with which papers.
import { fileAddress } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Case } from './case-types.ts'

type Row = Case['history'][number]

export function HistorySheet({ data }: { data: Case }) {
  const say = useText()
  const columns: Column<Row>[] = [
    {
      key: 'label',
      label: t('步骤', 'Step'),
      cell: (row) => <StepMark row={row} />,
      card: 'title',
    },
    { key: 'who', label: t('经办', 'By'), cell: (row) => `${row.office} ${row.actorName}` },
    { key: 'on', label: t('日期', 'Day'), cell: (row) => say(dayWords(row.on)) },
    {
      key: 'items',
      label: t('人数', 'Persons'),
      number: true,
      cell: (row) => (row.items === 0 ? '—' : row.items),
      card: 'hidden',
    },
    { key: 'limit', label: t('时限', 'Limit'), cell: (row) => <Limit row={row} /> },
    {
      key: 'form',
      label: t('结果与文书', 'Result and papers'),
      cell: (row) => <Filled row={row} />,
      slack: true,
      card: 'hidden',
    },
  ]
  return (
    <Sheet
      title={t('经过', 'History')}
      note={say(t('每一步由谁办、用了几天', 'Who did what, in how many days'))}
      flush
    >
      <DataTable
        label={t('经过', 'History')}
        columns={columns}
        rows={data.history}
        rowKey={(row) => row.sequence}
      />
    </Sheet>
  )
}

function Limit({ row }: { row: Row }) {
  const say = useText()
  if (!row.limit) return <>—</>
  const { days, used, late, count } = row.limit
  const unit = count === 'working' ? t('个工作日', 'working days') : t('天', 'days')
  const words = t(`${days} ${unit.zh}，用 ${used} 天`, `${days} ${unit.en}, ${used} used`)
  return late ? <StateMark mark="late" word={words} /> : say(words)
}

/** The form as it was filled in; papers open. */
function Filled({ row }: { row: Row }) {
  const say = useText()
  if (row.form.length === 0) return <>—</>
  return (
    <ul className="filled">
      {row.form.map((one) => (
        <li key={one.name}>
          {one.kind === 'file' ? (
            <a href={fileAddress(Number(one.value))}>{say(one.label)}</a>
          ) : (
            <>
              <span className="note">{say(one.label)} </span>
              {one.words ? say(one.words) : String(one.value)}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function StepMark({ row }: { row: Row }) {
  if (row.undone)
    return <StateMark mark="returned" word={t(`${row.label.zh}（已撤回）`, `${row.label.en} (taken back)`)} />
  return <StateMark mark="done" word={row.label} />
}
