// 我的待办: late, today, this week, later; only the late row has a filled button.
import { Button } from 'antd'
import type { Output } from '../../api-types.ts'
import { PageLink, useGo } from '../../app/link.tsx'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { type Text, t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

export type Task = Output<'desk.read'>['tasks'][number]

const groups: readonly { key: string; label: Text; fits: (left: number | null) => boolean }[] = [
  { key: 'late', label: t('已逾期', 'Late'), fits: (left) => left !== null && left < 0 },
  { key: 'today', label: t('今天到期', 'Due today'), fits: (left) => left === 0 },
  {
    key: 'week',
    label: t('7 天内', 'Within 7 days'),
    fits: (left) => left !== null && left > 0 && left <= 7,
  },
  { key: 'later', label: t('以后', 'Later'), fits: (left) => left !== null && left > 7 },
  { key: 'open', label: t('没有时限', 'No limit'), fits: (left) => left === null },
]

export function TaskSheet({ tasks }: { tasks: readonly Task[] | undefined }) {
  const say = useText()
  const go = useGo()
  const shown = groups
    .map(({ key, label, fits }) => ({
      key,
      label,
      rows: (tasks ?? []).filter(({ daysLeft }) => fits(daysLeft)),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ rows, label, key }) => ({ key, label: say(label), count: rows.length, rows }))
  return (
    <Sheet
      title={t('我的待办', 'My tasks')}
      note={tasks && say(t(`${tasks.length} 件`, `${tasks.length}`))}
      flush
    >
      <DataTable
        label={t('我的待办', 'My tasks')}
        columns={columnsOf(say, go)}
        rows={tasks}
        {...(tasks ? { groups: shown } : {})}
        rowKey={(task) => task.key}
        onOpen={(task) => go(task.to)}
        empty={<EmptyNote text={t('没有等您办的事。', 'Nothing waits for you.')} />}
      />
    </Sheet>
  )
}

function columnsOf(say: ReturnType<typeof useText>, go: (to: string) => void) {
  return [
    {
      key: 'due',
      label: t('期限', 'Due'),
      width: 110,
      card: 'state' as const,
      cell: ({ daysLeft }: Task) => <StateMark mark={dueMark(daysLeft)} word={dueWords(daysLeft)} />,
    },
    {
      key: 'title',
      label: t('事项', 'Task'),
      slack: true,
      card: 'title' as const,
      cell: (task: Task) => <PageLink to={task.to}>{say(task.title)}</PageLink>,
    },
    { key: 'place', label: t('地区', 'Place'), minor: true, cell: ({ place }: Task) => place },
    { key: 'situation', label: t('现在的情况', 'Situation'), cell: ({ situation }: Task) => say(situation) },
    {
      key: 'verb',
      label: t('办', 'Act'),
      width: 96,
      card: 'hidden' as const,
      cell: ({ verb, to, daysLeft }: Task) => (
        <Button
          size="small"
          danger={daysLeft !== null && daysLeft < 0}
          type={daysLeft !== null && daysLeft < 0 ? 'primary' : 'default'}
          onClick={() => go(to)}
        >
          {say(verb)}
        </Button>
      ),
    },
  ]
}
