// 现场复核 on a phone: one record after the other, big targets, the next one at hand.
import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { VisitRecord, type VisitTask } from './sampling-visit-record.tsx'
import { resultMarks } from './sampling-words.ts'
import './sampling.css'

export function Page() {
  const say = useText()
  const read = useCall('sample.mine', {})
  const [chosen, setChosen] = useState<number>()
  const [later, setLater] = useState<readonly number[]>([])
  const tasks = read.data?.tasks ?? []
  const waiting = tasks.filter(isWaiting)
  const task = tasks.find(({ taskId }) => taskId === chosen) ?? nextOf(waiting, later)
  return (
    <PageFrame title={t('现场复核', 'Field re-check')} sentence={read.data && say(sentence(tasks, waiting))}>
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <WaitBars lines={8} />}
      {read.data && (
        <Stack>
          {task ? (
            <div className="visit-sheet">
              <VisitRecord
                key={`${task.taskId}:${task.version}`}
                task={task}
                onDone={() => setChosen(undefined)}
                onLater={() => {
                  setLater([...later.filter((id) => id !== task.taskId), task.taskId])
                  setChosen(undefined)
                }}
              />
            </div>
          ) : (
            <EmptyNote
              text={
                tasks.length > 0
                  ? t(
                      '分给您的都查完了，辛苦了。',
                      'All that was given to you has been looked at. Thank you.',
                    )
                  : t(
                      '没有要复核的。抽中您村的记录，就列在这里。',
                      'Nothing to look at. Records of your village appear here when they are drawn.',
                    )
              }
            />
          )}
          {tasks.length > 0 && <AllSheet tasks={tasks} open={task?.taskId} onOpen={setChosen} />}
        </Stack>
      )}
    </PageFrame>
  )
}

function isWaiting({ open, barred }: VisitTask): boolean {
  return open && barred === null
}

/** The first one that was not put off; if all were, the one that was put off first. */
function nextOf(waiting: readonly VisitTask[], later: readonly number[]): VisitTask | undefined {
  const rank = ({ taskId, result }: VisitTask) => later.indexOf(taskId) + 1 + (result === 'notMet' ? 0.5 : 0)
  return [...waiting].sort((a, b) => rank(a) - rank(b))[0]
}

function sentence(tasks: readonly VisitTask[], waiting: readonly VisitTask[]) {
  if (tasks.length === 0) return t('', '')
  const due = waiting[0]?.due
  const done = tasks.filter(({ open }) => !open).length
  if (!due) return t(`共 ${tasks.length} 条，查了 ${done} 条。`, `${done} of ${tasks.length} looked at.`)
  return t(
    `共 ${tasks.length} 条，查了 ${done} 条，还有 ${waiting.length} 条，${due} 前查完。`,
    `${done} of ${tasks.length} looked at, ${waiting.length} to go, due ${due}.`,
  )
}

type AllProps = { tasks: readonly VisitTask[]; open: number | undefined; onOpen: (taskId: number) => void }

function AllSheet({ tasks, open, onOpen }: AllProps) {
  const say = useText()
  const { meta } = useSession()
  const [unfolded, setUnfolded] = useState(false)
  const show = (taskId: number) => {
    onOpen(taskId)
    window.scrollTo({ top: 0 })
  }
  return (
    <Sheet
      title={t('全部', 'All')}
      note={say(t(`${tasks.length} 条`, `${tasks.length}`))}
      actions={
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {say(unfolded ? t('收起', 'Fold') : t('展开', 'Unfold'))}
        </Button>
      }
      flush
    >
      {unfolded && (
        <ul className="visit-list">
          {tasks.map((task) => (
            <li key={task.taskId}>
              <button
                type="button"
                aria-current={task.taskId === open ? 'true' : undefined}
                onClick={() => show(task.taskId)}
              >
                <span>
                  <b>{task.called}</b>
                  <br />
                  <span className="note">
                    {task.areaName}
                    {task.due < meta.today && task.open && say(t('　过了期限', ', late'))}
                  </span>
                </span>
                <StateMark {...stateOf(task)} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function stateOf({ barred, result }: VisitTask) {
  if (barred === 'gone') return { mark: 'returned' as const, word: t('不在册了', 'gone') }
  if (barred === 'own') return { mark: 'paused' as const, word: t('让别人查', 'for another') }
  return resultMarks[result ?? 'none'] ?? { mark: 'open' as const }
}
