// 我的待办: late, today, this week, later; only the late row has a filled button.
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Output } from '../../api-types.ts'
import { useKeys } from '../../app/keys.ts'
import { PageLink, useGo } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { taskGroups } from './task-groups.ts'

export type Task = Output<'desk.read'>['tasks'][number]

type Order = 'due' | 'business' | 'place'

export function TaskSheet({ tasks }: { tasks: readonly Task[] | undefined }) {
  const say = useText()
  const go = useGo()
  const { meta } = useSession()
  const [order, setOrder] = useState<Order>('due')
  const groups = tasks && taskGroups(tasks, order, meta.today)
  useNumberKeys((groups ?? []).flatMap(({ rows }) => rows.map(({ to }) => to)))
  return (
    <Sheet
      title={t('我的待办', 'My tasks')}
      note={tasks && say(t(`${tasks.length} 件`, `${tasks.length}`))}
      actions={tasks && tasks.length > 1 && <OrderChoice order={order} onOrder={setOrder} />}
      flush
    >
      <DataTable
        label={t('我的待办', 'My tasks')}
        columns={columnsOf(say, go)}
        rows={tasks}
        {...(groups
          ? { groups: groups.map((one) => ({ ...one, label: say(one.label), count: one.rows.length })) }
          : {})}
        rowKey={(task) => task.key}
        onOpen={(task) => go(task.to)}
        empty={<EmptyNote text={t('没有等您办的事。', 'Nothing waits for you.')} />}
      />
    </Sheet>
  )
}

function OrderChoice({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  const say = useText()
  return (
    <Segmented<Order>
      size="small"
      aria-label={say(t('怎么排', 'Order'))}
      value={order}
      onChange={onOrder}
      options={[
        { value: 'due', label: say(t('按期限', 'By due day')) },
        { value: 'business', label: say(t('按业务', 'By business')) },
        { value: 'place', label: say(t('按地区', 'By place')) },
      ]}
    />
  )
}

/** 1 … 9 open the rows. */
function useNumberKeys(addresses: readonly string[]) {
  const go = useGo()
  const keys = addresses.slice(0, 9).map((to, at) => [String(at + 1), () => go(to)] as const)
  useKeys(Object.fromEntries(keys))
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
