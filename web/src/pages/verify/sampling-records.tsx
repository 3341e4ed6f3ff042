// Every record that was drawn: whose it is, what was found, and what became of it in the register.
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { fileAddress, useAct } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { dayText } from '../register/moment.ts'
import type { Report, SampleRecord } from './sampling-words.ts'
import { fateWords, resultMarks } from './sampling-words.ts'

type Shown = 'faulty' | 'open' | 'gone' | 'all'

const kinds: readonly Shown[] = ['faulty', 'open', 'gone', 'all']

const shows: Record<Shown, (one: SampleRecord) => boolean> = {
  faulty: ({ result }) => result === 'differs' || result === 'notFound',
  open: ({ result, gone }) => !gone && (result === null || result === 'notMet'),
  gone: ({ fate }) => fate === 'gone' || fate === 'moved',
  all: () => true,
}

/** As many as a page shows; the rest is in the Excel. */
const MOST = 200

export function SamplingRecords({ report }: { report: Report }) {
  return (
    <RecordsSheet
      register={report.sample.register}
      records={report.records}
      first="faulty"
      teams={<TeamLines report={report} />}
      all={t('全部在 Excel 里', 'all are in the Excel')}
    />
  )
}

type RecordsProps = {
  register: string
  records: readonly SampleRecord[]
  /** Which are shown at first. */
  first: Shown
  /** Above those without result. */
  teams?: ReactNode
  /** Where all of them are, if more were drawn than a page shows. */
  all?: Text
}

export function RecordsSheet({ register, records, first, teams, all }: RecordsProps) {
  const say = useText()
  const [shown, setShown] = useState<Shown>(first)
  const rows = records.filter(shows[shown])
  const count = (kind: Shown) => records.filter(shows[kind]).length
  const words: Record<Shown, string> = {
    faulty: say(t(`有错 ${count('faulty')}`, `Faulty ${count('faulty')}`)),
    open: say(t(`没结果 ${count('open')}`, `No result ${count('open')}`)),
    gone: say(t(`不在册了 ${count('gone')}`, `Gone ${count('gone')}`)),
    all: say(t(`全部 ${count('all')}`, `All ${count('all')}`)),
  }
  return (
    <Sheet
      title={t('抽中的记录', 'Records drawn')}
      actions={
        <Segmented<Shown>
          size="small"
          aria-label={say(t('看哪些', 'Which'))}
          value={shown}
          onChange={setShown}
          options={kinds
            .filter((value) => value !== 'gone' || count(value) > 0)
            .map((value) => ({ value, label: words[value] }))}
        />
      }
      flush
    >
      {shown === 'open' && teams}
      <DataTable
        label={t('抽中的记录', 'Records drawn')}
        columns={columnsOf(register, say)}
        rows={rows.slice(0, MOST)}
        rowKey={(row) => row.taskId}
        empty={<EmptyNote text={t('没有这样的记录。', 'There are none.')} />}
        {...(rows.length > MOST
          ? {
              pager: {
                words: say(
                  t(
                    `这里列前 ${MOST} 条，共 ${rows.length} 条${all ? `；${all.zh}` : ''}。`,
                    `The first ${MOST} of ${rows.length}${all ? `; ${all.en}` : ''}.`,
                  ),
                ),
              },
            }
          : {})}
      />
    </Sheet>
  )
}

function columnsOf(register: string, say: ReturnType<typeof useText>): Column<SampleRecord>[] {
  return [
    {
      key: 'called',
      label: t('记录', 'Record'),
      cell: ({ called, rowId, fate }) =>
        fate === 'gone' ? called : <PageLink to={`/r/${register}/${rowId}`}>{called}</PageLink>,
      card: 'title',
    },
    { key: 'area', label: t('地方', 'Place'), cell: (row) => row.areaName },
    {
      key: 'faults',
      label: t('不符的项目', 'Fields that differ'),
      cell: ({ faults, note }) => [faults.map(say).join('、'), note].filter(Boolean).join('；'),
      slack: true,
    },
    {
      key: 'team',
      label: t('谁查', 'Who'),
      cell: ({ visitor, assignee }) => visitor ?? assignee ?? say(t('全队', 'the team')),
    },
    {
      key: 'at',
      label: t('哪天', 'On'),
      cell: (row) => (row.visitedAt ? dayText(row.visitedAt) : ''),
      minor: true,
    },
    {
      key: 'file',
      label: t('附件', 'File'),
      cell: ({ fileId }) => (fileId === null ? '' : <a href={fileAddress(fileId)}>{say(t('看', 'Open'))}</a>),
      minor: true,
      card: 'hidden',
    },
    {
      key: 'fate',
      label: t('名册变动', 'Register since'),
      cell: (row) => say(fateWords[row.fate]),
      minor: true,
    },
    {
      key: 'result',
      label: t('结果', 'Result'),
      cell: ({ result }) => <StateMark {...(resultMarks[result ?? 'none'] ?? { mark: 'open' })} />,
      card: 'state',
    },
  ]
}

/** Villages whose records were given to single members: they can be handed to the whole team. */
function TeamLines({ report }: { report: Report }) {
  const say = useText()
  const may = useMay()
  const free = useAct('sample.free')
  const bound = report.villages.filter(({ code }) =>
    report.records.some((one) => one.part === code && one.assignee !== null && shows.open(one)),
  )
  if (!may('sample.plan') || report.sample.closedAt !== null || bound.length === 0) return null
  return (
    <div className="sampling-teams">
      <span className="note">
        {say(t('谁有事去不了，就交回全队：', 'Where somebody cannot go, hand the records to the team:'))}
      </span>
      {bound.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          className="link-button"
          disabled={free.isPending}
          onClick={() => free.mutate({ sampleId: report.sample.id, part: code })}
        >
          {name}
        </button>
      ))}
      {free.error && <ProblemNote problem={free.error} />}
    </div>
  )
}
