// Cases in scope: what stands where, what is due, and the way to a new one.
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useAddressValue, useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import type { CaseHead } from './case-types.ts'
import { NewCase } from './new-case.tsx'
import './procedure.css'

export function Page() {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const [procedure] = useAddressValue('procedure')
  const [state, setState] = useAddressValue('state')
  const [text, setText] = useAddressValue('text')
  const [adding, setAdding] = useState(false)
  const pages = usePages<number>()
  const declared = meta.procedures.find((one) => one.id === procedure)
  const open = state === 'all' ? undefined : state !== 'ended'
  const read = useCall('case.list', { procedure, open, text, after: pages.after, limit: 50 })
  const tasks = useCall('case.tasks', {})
  const mayOpen = meta.procedures.filter((one) => one.mayOpen)
  return (
    <PageFrame
      crumb={[{ label: t('办理', 'Cases'), to: '/cases' }]}
      title={declared?.label ?? t('案件', 'Cases')}
      sentence={say(waitingWords(tasks.data?.tasks ?? []))}
      actions={
        mayOpen.length > 0 && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say(t('新办一件', 'New case'))}
          </Button>
        )
      }
    >
      <Sheet
        title={t('案件', 'Cases')}
        flush
        actions={
          <span className="case-filters">
            <Input
              allowClear
              defaultValue={text}
              placeholder={say(t('案件号、项目', 'Number, project'))}
              aria-label={say(t('查找', 'Find'))}
              onPressEnter={(event) => setText(event.currentTarget.value || undefined)}
              onClear={() => setText(undefined)}
            />
            <Segmented
              value={state ?? 'open'}
              onChange={(value) => setState(value === 'open' ? undefined : String(value))}
              options={[
                { value: 'open', label: say(t('在办', 'Open')) },
                { value: 'ended', label: say(t('已办结', 'Closed')) },
                { value: 'all', label: say(t('全部', 'All')) },
              ]}
            />
          </span>
        }
      >
        <DataTable
          label={t('案件', 'Cases')}
          columns={useColumns()}
          rows={read.data?.rows}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/case/${row.id}`)}
          problem={read.error}
          onRetry={() => void read.refetch()}
          empty={<NoCases filtered={text !== undefined} />}
          pager={pages.pager(read.data?.next)}
        />
      </Sheet>
      {adding && <NewCase procedures={mayOpen} onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

function waitingWords(tasks: readonly { daysLeft: number | null }[]) {
  const late = tasks.filter((one) => one.daysLeft !== null && one.daysLeft < 0).length
  if (tasks.length === 0) return t('现在没有等您办的。', 'Nothing waits for you now.')
  return t(
    `等您办的有 ${tasks.length} 件${late > 0 ? `，${late} 件已逾期` : ''}。`,
    `${tasks.length} wait for you${late > 0 ? `, ${late} late` : ''}.`,
  )
}

function NoCases({ filtered }: { filtered: boolean }) {
  return (
    <EmptyNote
      text={
        filtered
          ? t('没有符合条件的案件。去掉条件再看。', 'No case fits. Take the filter away.')
          : t(
              '还没有案件。登记征地项目和名单以后，由村里立案。',
              'There is no case yet. The village opens one when project and list are registered.',
            )
      }
    />
  )
}

function useColumns(): Column<CaseHead>[] {
  const say = useText()
  const areaName = useAreaName()
  const { meta } = useSession()
  return [
    { key: 'number', label: t('案件号', 'Number'), cell: (row) => row.number, width: 130 },
    {
      key: 'title',
      label: t('项目', 'Subject'),
      cell: (row) => <b>{row.title}</b>,
      slack: true,
      card: 'title',
    },
    { key: 'area', label: t('地区', 'Area'), cell: (row) => areaName(row.area), minor: true },
    { key: 'items', label: t('人数', 'Persons'), number: true, cell: (row) => row.items },
    { key: 'opened', label: t('立案', 'Opened'), cell: (row) => say(dayWords(row.openedOn)), card: 'hidden' },
    {
      key: 'state',
      label: t('走到', 'Stands at'),
      cell: (row) => <StateMark mark={row.endedOn ? 'done' : 'doing'} word={row.stateLabel} />,
      card: 'state',
    },
    {
      key: 'due',
      label: t('最近期限', 'Next due'),
      cell: (row) => <Due due={row.due} today={meta.today} />,
      card: 'fact',
    },
  ]
}

function Due({ due, today }: { due: string | null; today: string }) {
  const say = useText()
  if (due === null) return <>—</>
  const left = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
  return <StateMark mark={dueMark(left)} word={`${say(dayWords(due))} ${dueWords(left)}`} />
}
