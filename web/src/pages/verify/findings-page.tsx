// 疑点台: what the checks found, by rule, township or money; each with what is stated, what was computed, and its conclusion.
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame, showSide } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { figure, momentWords } from '../import/import-words.ts'
import { BoardSheet } from './board-sheet.tsx'
import { FindingFilters, type Shown, statesOf, type Wanted } from './finding-filters.tsx'
import { FindingMany, type Settled } from './finding-many.tsx'
import { FindingSheet } from './finding-sheet.tsx'
import { FindingTable, type Grouping } from './finding-table.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import './verify.css'

type Sums = Output<'verify.tally'>

/** What is asked for, page by page, and what is chosen of it. Other findings than before begin with their first page, nothing chosen. */
function useFindings() {
  const [check, setCheck] = useAddressValue('check')
  const [area, setArea] = useAddressValue('area')
  const [wanted, setWanted] = useState<Wanted>({ shown: 'open' })
  const [order, setOrder] = useState<Grouping>('check')
  const [chosen, setChosen] = useState<number[]>([])
  const [settled, setSettled] = useState<Settled>()
  const pages = usePages<number>()
  const { shown, handler, days } = wanted
  const filter = {
    states: statesOf[shown],
    ...(check ? { check } : {}),
    ...(area ? { area } : {}),
    ...(handler ? { handler } : {}),
    ...(days ? { days } : {}),
  }
  const read = useCall('verify.list', { ...filter, order, after: pages.after, limit: 100 })
  const sums = useCall('verify.tally', filter)
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setChosen([])
      setSettled(undefined)
      pages.restart()
    }
  return {
    ...{ check, area, wanted, order, chosen, setChosen, settled, pages, read, sums },
    onSettled: (done: Settled) => {
      setSettled(done)
      setChosen(done.refused.map(({ findingId }) => findingId))
    },
    setCheck: anew(setCheck),
    setArea: anew(setArea),
    setWanted: anew(setWanted),
    setOrder: anew(setOrder),
    refetch: () => void Promise.all([read.refetch(), sums.refetch()]),
  }
}

export function Page() {
  const say = useText()
  const may = useMay()
  const [open, setOpen] = useState<number>()
  const { check, area, wanted, order, chosen, setChosen, settled, pages, read, sums, ...set } = useFindings()
  const { shown } = wanted
  const finding = useShown(read.data?.findings, open)
  const rules = <RuleSheet tallies={sums.data?.tallies ?? []} value={check} onChange={set.setCheck} />
  return (
    <PageFrame
      title={t('疑点', 'Findings')}
      sentence={sums.data && say(sentence(sums.data, shown))}
      actions={<Run onDone={set.refetch} />}
    >
      {read.error && <ProblemNote problem={read.error} onRetry={set.refetch} />}
      <Columns
        sideWidth={372}
        side={
          <>
            {finding ? <FindingSheet key={finding.id} finding={finding} /> : rules}
            <BoardSheet area={area} onArea={set.setArea} />
          </>
        }
        main={
          <>
            {finding && rules}
            <Sheet
              title={shown === 'closed' ? t('已经结的', 'Closed') : t('没有结的', 'Open')}
              flush
              footer={
                chosen.length > 0 || settled ? (
                  <FindingMany
                    chosen={chosen}
                    closed={shown === 'closed'}
                    settled={settled}
                    onSettled={set.onSettled}
                    onNone={() => setChosen([])}
                  />
                ) : undefined
              }
            >
              <FindingFilters
                wanted={wanted}
                order={order}
                handlers={sums.data?.handlers ?? []}
                onWanted={set.setWanted}
                onOrder={set.setOrder}
              />
              <FindingTable
                rows={read.data?.findings}
                grouping={order}
                open={finding?.id}
                onOpen={(id) => {
                  setOpen(id)
                  showSide()
                }}
                selection={may('verify.act') ? { chosen, onChoose: setChosen } : undefined}
                pager={pages.pager(read.data?.next)}
                empty={<EmptyNote text={emptyWords(sums.data, wanted)} />}
              />
            </Sheet>
          </>
        }
      />
    </PageFrame>
  )
}

/** Which finding stands beside the list: the one that was opened; once it is settled and gone, the one that took its place. */
function useShown<F extends { id: number }>(
  findings: readonly F[] | undefined,
  open: number | undefined,
): F | undefined {
  const at = useRef(0)
  const found = findings?.findIndex(({ id }) => id === open) ?? -1
  if (open === undefined) at.current = 0
  else if (found >= 0) at.current = found
  return findings?.[Math.min(at.current, findings.length - 1)]
}

function Run({ onDone }: { onDone: () => void }) {
  const say = useText()
  const may = useMay()
  const [jobId, setJobId] = useState<number>()
  const run = useAct('verify.run', { onDone: (output) => setJobId(output.jobId) })
  if (!may('verify.run')) return null
  return (
    <div className="verify-run">
      {jobId !== undefined && <LiveJob id={jobId} onDone={onDone} />}
      {run.error && <ProblemNote problem={run.error} />}
      <Button type="primary" loading={run.isPending} onClick={() => run.mutate({})}>
        {say(t('跑一遍核查', 'Run the checks'))}
      </Button>
    </div>
  )
}

function sentence({ total, lastRun }: Sums, shown: Shown) {
  const found = total.count > 0 // by a run of the county, which its townships do not see
  const when = lastRun
    ? `${momentWords(lastRun.at)} 核过 ${figure(lastRun.looked)} 条。`
    : found
      ? ''
      : '还没有核过。'
  const whenEn = lastRun
    ? `Last run ${momentWords(lastRun.at)} over ${figure(lastRun.looked)} rows.`
    : found
      ? ''
      : 'Not run yet.'
  const count = figure(total.count)
  if (shown === 'closed') return t(`已经结了 ${count} 条。${when}`, `${count} closed. ${whenEn}`)
  const money = total.amount === '0.00' ? '' : `、${moneyText(total.amount)} 元`
  const of = `涉及 ${figure(total.people)} 人次${money}。${when}`
  const moneyEn = total.amount === '0.00' ? '' : `, ¥${moneyText(total.amount)}`
  const ofEn = `touching ${figure(total.people)} entries${moneyEn}. ${whenEn}`
  return shown === 'checking'
    ? t(`${count} 条转了核实，${of}`, `${count} being looked at, ${ofEn}`)
    : t(`${count} 条没有结，${of}`, `${count} open, ${ofEn}`)
}

function emptyWords(data: Sums | undefined, { shown, handler, days }: Wanted) {
  if (handler !== undefined || days !== undefined)
    return t('这样筛选没有疑点。放宽条件再看。', 'No finding meets these conditions. Widen them.')
  if (shown === 'closed') return t('还没有结过疑点。', 'No finding has been closed yet.')
  if (shown === 'checking') return t('没有转核实的疑点。', 'No finding is being looked at.')
  if (!data?.lastRun)
    return t('还没有核过。跑一遍核查，疑点列在这里。', 'Not run yet. Run the checks; findings appear here.')
  return t(
    `${momentWords(data.lastRun.at)} 核过 ${figure(data.lastRun.looked)} 条，没有新疑点。`,
    `${figure(data.lastRun.looked)} rows checked; nothing new.`,
  )
}
