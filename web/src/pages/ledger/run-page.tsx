// One run: its proposal, its approval, its posting, line by line with the reason.
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { PageLink, useAddressValue, usePathValue } from '../../app/link.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { CancelSheet } from './cancel-sheet.tsx'
import { type Run, runMark } from './fund-words.ts'
import { InheritanceSheets } from './inheritance-run.tsx'
import { RecomputeSheet } from './recompute-lines.tsx'
import { ActSheet } from './run-acts.tsx'
import { InterestSheet, RunVouchers } from './run-interest.tsx'
import { LinesSheet } from './run-lines.tsx'
import './ledger.css'

export function Page() {
  const id = Number(usePathValue('id'))
  const read = useCall('run.get', { id })
  const [job] = useAddressValue('job')
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return (
    <RunPage
      key={id}
      run={read.data}
      job={job ? Number(job) : undefined}
      reload={() => void read.refetch()}
    />
  )
}

function RunPage({ run, job, reload }: { run: Run; job: number | undefined; reload: () => void }) {
  const say = useText()
  const [posting, setPosting] = useState<number>()
  const running = posting ?? (run.state === 'proposing' ? job : undefined)
  return (
    <PageFrame
      crumb={[
        { label: t('资金', 'Funds'), to: '/funds' },
        { label: t('批量记账', 'Runs'), to: '/runs' },
      ]}
      title={`${run.period} ${say(run.label)}`}
      states={<StateMark mark={runMark(run.state)} boxed word={run.stateLabel} />}
      sentence={say(sentence(run))}
      actions={
        run.batchId !== null && (
          <PageLink to={`/batch/${run.batchId}`}>{say(t('看发放批次', 'The payment batch'))}</PageLink>
        )
      }
    >
      <Stack>
        {running && (
          <Sheet>
            <LiveJob id={running} onDone={reload} />
          </Sheet>
        )}
        {run.interest && <InterestSheet run={run} />}
        {run.interest && <RunVouchers run={run} />}
        <ActSheet run={run} onPosting={setPosting} />
        {run.inheritance ? <InheritanceSheets run={run} /> : <CancelSheet run={run} />}
        {run.kind === 'pay' && <LinesSheet run={run} />}
        {run.kind === 'recompute' && <RecomputeSheet run={run} />}
      </Stack>
    </PageFrame>
  )
}

function sentence(run: Run) {
  const who = run.approvedName
    ? t(
        `${run.proposedName}提出，${run.approvedName}审批`,
        `proposed by ${run.proposedName}, approved by ${run.approvedName}`,
      )
    : t(`${run.proposedName}提出`, `proposed by ${run.proposedName}`)
  if (run.recompute) return differences(run.recompute, run, who)
  const posted =
    run.postedCount > 0
      ? t(
          `已记 ${run.postedCount} 人、${moneyText(run.postedTotal)} 元，没有人记两次。`,
          `${run.postedCount} posted, nobody twice.`,
        )
      : t('', '')
  const held = run.held > 0 ? t(`，另 ${run.held} 人暂不办`, `, ${run.held} held`) : t('', '')
  return t(
    `${run.count} 人，合计 ${moneyText(run.total)} 元${held.zh}。${who.zh}。${posted.zh}`,
    `${run.count} persons, ${moneyText(run.total)}${held.en}; ${who.en}. ${posted.en}`,
  )
}

/** 3 个月有差额：补发 0.00 元，追回 720.00 元。 */
function differences({ topUp, recovery, opening }: NonNullable<Run['recompute']>, run: Run, who: Text) {
  const held = run.held > 0 ? t(`，另 ${run.held} 个月暂不办`, `, ${run.held} held`) : t('', '')
  const posted =
    run.postedCount > 0 ? t(`已记 ${run.postedCount} 笔。`, ` ${run.postedCount} posted.`) : t('', '')
  if (opening)
    return t(
      `${run.count} 人有差额：统筹转个人 ${moneyText(topUp)} 元，个人转统筹 ${moneyText(recovery)} 元${held.zh.replace('个月', '人')}。${who.zh}。${posted.zh}`,
      `${run.count} accounts differ: ${moneyText(topUp)} to them, ${moneyText(recovery)} to the pool${held.en}; ${who.en}.${posted.en}`,
    )
  return t(
    `${run.count} 个月有差额：补发 ${moneyText(topUp)} 元，追回 ${moneyText(recovery)} 元${held.zh}。${who.zh}。${posted.zh}`,
    `${run.count} months differ: top-ups ${moneyText(topUp)}, recoveries ${moneyText(recovery)}${held.en}; ${who.en}.${posted.en}`,
  )
}
