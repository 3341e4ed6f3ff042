// 工作台: a sentence first, then what waits for me, with the verb that I may do.
import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { dayWords, weekdayWords } from '../../parts/day-words.ts'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { NewCase } from '../procedure/new-case.tsx'
import { AlertSheet } from './alert-sheet.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'
import { JobSheet } from './job-sheet.tsx'
import { PaymentSheet } from './payment-sheet.tsx'
import { deskSentence } from './sentence.ts'
import { type Task, TaskSheet } from './task-sheet.tsx'

export function Page() {
  const say = useText()
  const { meta } = useSession()
  const read = useCall('desk.read', {}, { every: 120_000 })
  const tasks = read.data?.tasks
  return (
    <PageFrame
      title={t(
        `${dayWords(meta.today).zh}　${weekdayWords(meta.today).zh}`,
        `${weekdayWords(meta.today).en}, ${dayWords(meta.today).en}`,
      )}
      sentence={tasks && say(deskSentence(tasks))}
      actions={<DeskActions tasks={tasks} />}
    >
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      <Columns
        sideWidth={340}
        main={
          <Stack>
            <TaskSheet tasks={tasks} />
          </Stack>
        }
        side={
          <Stack>
            <CalendarSheet linked days={read.data?.calendar ?? []} tasks={tasks ?? []} today={meta.today} />
            <AlertSheet alerts={read.data?.alerts ?? []} most={4} />
            <PaymentSheet payments={read.data?.payments ?? []} />
            <JobSheet />
          </Stack>
        }
      />
    </PageFrame>
  )
}

/** One filled button: open a case where one may, else the act that is due first. */
function DeskActions({ tasks }: { tasks: readonly Task[] | undefined }) {
  const say = useText()
  const go = useGo()
  const may = useMay()
  const { meta } = useSession()
  const [opening, setOpening] = useState(false)
  const mayOpen = meta.procedures.filter((one) => one.mayOpen)
  const first = tasks?.[0]
  const imports = meta.registers.some((register) => may(`${register.name}.import`))
  return (
    <>
      {imports && <Button onClick={() => go('/import')}>{say(t('导入名单', 'Import a list'))}</Button>}
      {mayOpen.length > 0 && (
        <Button type="primary" onClick={() => setOpening(true)}>
          {say(t('新办一件', 'New case'))}
        </Button>
      )}
      {mayOpen.length === 0 && first && (
        <Button type="primary" onClick={() => go(first.to)}>
          {say(t(`办理：${first.verb.zh}`, `Do: ${first.verb.en}`))}
        </Button>
      )}
      {opening && <NewCase procedures={mayOpen} onClose={() => setOpening(false)} />}
    </>
  )
}
