// 疑点台: what the checks found, by rule, township or money; each with what is stated, what was computed, and its conclusion.
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Columns, Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { momentWords } from '../import/import-words.ts'
import { BoardSheet } from './board-sheet.tsx'
import { FindingSheet } from './finding-sheet.tsx'
import { FindingTable, type Grouping } from './finding-table.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import './verify.css'

type Listing = Output<'verify.list'>
type Shown = 'open' | 'closed'

export function Page() {
  const say = useText()
  const [check, setCheck] = useAddressValue('check')
  const [area, setArea] = useAddressValue('area')
  const [shown, setShown] = useState<Shown>('open')
  const [grouping, setGrouping] = useState<Grouping>('check')
  const [open, setOpen] = useState<number>()
  const pages = usePages<number>()
  const read = useCall('verify.list', {
    states: shown === 'open' ? ['open', 'checking'] : ['explained', 'corrected'],
    ...(check ? { check } : {}),
    ...(area ? { area } : {}),
    after: pages.after,
    limit: 100,
  })
  const finding = read.data?.findings.find(({ id }) => id === open) ?? read.data?.findings[0]
  return (
    <PageFrame
      title={t('疑点', 'Findings')}
      sentence={read.data && say(sentence(read.data, shown))}
      actions={<Run onDone={() => void read.refetch()} />}
    >
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      <Columns
        sideWidth={372}
        side={
          <>
            {finding ? (
              <FindingSheet key={finding.id} finding={finding} />
            ) : (
              <RuleSheet tallies={read.data?.tallies ?? []} value={check} onChange={setCheck} />
            )}
            <BoardSheet area={area} onArea={setArea} />
          </>
        }
        main={
          <>
            {finding && <RuleSheet tallies={read.data?.tallies ?? []} value={check} onChange={setCheck} />}
            <Sheet
              title={shown === 'open' ? t('没有结的', 'Open') : t('已经结的', 'Closed')}
              actions={
                <Switches shown={shown} grouping={grouping} onShown={setShown} onGrouping={setGrouping} />
              }
              flush
            >
              <FindingTable
                rows={read.data?.findings}
                grouping={grouping}
                open={finding?.id}
                onOpen={setOpen}
                pager={pages.pager(read.data?.next)}
                empty={<EmptyNote text={emptyWords(read.data, shown)} />}
              />
            </Sheet>
          </>
        }
      />
    </PageFrame>
  )
}

function Switches({
  shown,
  grouping,
  onShown,
  onGrouping,
}: {
  shown: Shown
  grouping: Grouping
  onShown: (shown: Shown) => void
  onGrouping: (grouping: Grouping) => void
}) {
  const say = useText()
  return (
    <>
      <Segmented<Shown>
        size="small"
        aria-label={say(t('看哪些', 'Which'))}
        value={shown}
        onChange={onShown}
        options={[
          { value: 'open', label: say(t('没有结的', 'Open')) },
          { value: 'closed', label: say(t('已经结的', 'Closed')) },
        ]}
      />
      <Segmented<Grouping>
        size="small"
        aria-label={say(t('怎么排', 'Order'))}
        value={grouping}
        onChange={onGrouping}
        options={[
          { value: 'check', label: say(t('按规则', 'By rule')) },
          { value: 'area', label: say(t('按单位', 'By place')) },
          { value: 'amount', label: say(t('按金额', 'By amount')) },
        ]}
      />
    </>
  )
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

function sentence({ total, lastRun }: Listing, shown: Shown) {
  const when = lastRun
    ? `${momentWords(lastRun.at)} 核过 ${lastRun.looked.toLocaleString('en-US')} 条。`
    : '还没有核过。'
  const whenEn = lastRun
    ? `Last run ${lastRun.at.slice(0, 16).replace('T', ' ')} over ${lastRun.looked} rows.`
    : 'Not run yet.'
  if (shown === 'closed') return t(`已经结了 ${total.count} 条。${when}`, `${total.count} closed. ${whenEn}`)
  const money = total.amount === '0.00' ? '' : `、${moneyText(total.amount)} 元`
  return t(
    `${total.count} 条没有结，涉及 ${total.people.toLocaleString('en-US')} 人次${money}。${when}`,
    `${total.count} open, touching ${total.people} entries. ${whenEn}`,
  )
}

function emptyWords(data: Listing | undefined, shown: Shown) {
  if (shown === 'closed') return t('还没有结过疑点。', 'No finding has been closed yet.')
  if (!data?.lastRun)
    return t('还没有核过。跑一遍核查，疑点列在这里。', 'Not run yet. Run the checks; findings appear here.')
  return t(
    `${momentWords(data.lastRun.at)} 核过 ${data.lastRun.looked.toLocaleString('en-US')} 条，没有新疑点。`,
    `${data.lastRun.looked} rows checked; nothing new.`,
  )
}
