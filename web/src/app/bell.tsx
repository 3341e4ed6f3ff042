// The bell: my tasks by due date. A message without an action is not a bell item.
import { Badge, Popover } from 'antd'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { StateMark } from '../parts/state-mark.tsx'
import { Icon } from './icons.tsx'
import { PageLink } from './link.tsx'
import { useHas } from './session.tsx'
import { type Task, tasksOf } from './tasks.ts'
import { t, useText } from './text.tsx'

export function Bell() {
  const say = useText()
  const [open, setOpen] = useState(false)
  const { data } = useCall('case.tasks', {}, { every: 120_000, enabled: useHas('case.tasks') })
  const tasks = tasksOf(data?.tasks ?? [])
  const label = say(t(`待办 ${tasks.length} 件`, `${tasks.length} tasks`))
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<TaskList tasks={tasks} onChoose={() => setOpen(false)} />}
      title={label}
    >
      <button type="button" className="icon-button" aria-label={label}>
        <Badge count={tasks.length} size="small" offset={[2, -2]}>
          <Icon name="bell" size={18} />
        </Badge>
      </button>
    </Popover>
  )
}

function TaskList({ tasks, onChoose }: { tasks: readonly Task[]; onChoose: () => void }) {
  const say = useText()
  if (tasks.length === 0)
    return <p className="note">{say(t('今天没有到期的事。', 'Nothing is due today.'))}</p>
  return (
    <ul className="bell-list" onClickCapture={onChoose}>
      {tasks.slice(0, 8).map((task) => (
        <li key={task.to + task.title}>
          <StateMark mark={task.mark} word={task.due} />
          <PageLink to={task.to}>{task.title}</PageLink>
        </li>
      ))}
      {tasks.length > 8 && (
        <li>
          <PageLink to="/">{say(t(`还有 ${tasks.length - 8} 件`, `${tasks.length - 8} more`))}</PageLink>
        </li>
      )}
    </ul>
  )
}
