// 工作台: a sentence first, then what waits for me, with the verb that I may do.
import { Button } from 'antd'
import { useCall } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { dayWords, weekdayWords } from '../../parts/day-words.ts'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { AlertSheet } from './alert-sheet.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'
import { JobSheet } from './job-sheet.tsx'
import { PaymentSheet } from './payment-sheet.tsx'
import { deskSentence } from './sentence.ts'
import { TaskSheet } from './task-sheet.tsx'

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
      actions={<DeskActions />}
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
            <CalendarSheet days={read.data?.calendar ?? []} tasks={tasks ?? []} today={meta.today} />
            <AlertSheet alerts={read.data?.alerts ?? []} />
            <PaymentSheet payments={read.data?.payments ?? []} />
            <JobSheet />
          </Stack>
        }
      />
    </PageFrame>
  )
}

function DeskActions() {
  const say = useText()
  const go = useGo()
  const may = useMay()
  const { meta } = useSession()
  const imports = meta.registers.some((register) => may(`${register.name}.import`))
  return (
    <>
      {imports && <Button onClick={() => go('/import')}>{say(t('导入名单', 'Import a list'))}</Button>}
      {meta.procedures.length > 0 && may('case.read') && (
        <Button type="primary" onClick={() => go('/cases')}>
          {say(t('看案件', 'Cases'))}
        </Button>
      )}
    </>
  )
}
