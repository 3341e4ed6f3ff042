// One run: its proposal, its approval, its posting, line by line with the reason.
import { Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct, useCall } from '../../api.ts'
import { PageLink, useAddressValue, usePathValue } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { CancelSheet } from './cancel-sheet.tsx'
import { isZero, type Run, runMark, whyAddress } from './fund-words.ts'
import { kindLabel } from './kind-label.ts'
import './ledger.css'

type Line = Output<'run.lines'>['lines'][number]

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
        <ActSheet run={run} onPosting={setPosting} />
        <CancelSheet run={run} />
        {run.kind === 'pay' && <LinesSheet run={run} />}
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

/** OF-06: the interest is an allocation; what the bank did not pay has a name. */
function InterestSheet({ run }: { run: Run }) {
  const say = useText()
  const { meta } = useSession()
  if (!run.interest) return null
  const { percent, sources, difference, short } = run.interest
  return (
    <Sheet title={t('利息从哪里出', 'Where the interest comes from')} note={say(t('单位：元', 'in yuan'))}>
      <Facts
        facts={[
          { label: t('记账利率', 'Rate'), value: `${percent}%` },
          ...sources.map((one) => ({
            key: one.kind,
            label: kindLabel(meta, one.kind),
            value: <MoneyText yuan={one.amount} />,
          })),
          {
            label: t('利差（银行利息不够的部分）', 'Not covered by bank interest'),
            value: <MoneyText yuan={difference} strong />,
          },
          ...(isZero(short)
            ? []
            : [
                {
                  label: t('没有来源', 'No source'),
                  value: (
                    <b className="ledger-red">
                      <MoneyText yuan={short} />
                    </b>
                  ),
                },
              ]),
        ]}
      />
    </Sheet>
  )
}

function ActSheet({ run, onPosting }: { run: Run; onPosting: (job: number) => void }) {
  if (run.state === 'proposed') return <ApproveSheet run={run} />
  if (run.state === 'approved' || run.state === 'posting')
    return <PostSheet run={run} onPosting={onPosting} />
  return null
}

function ApproveSheet({ run }: { run: Run }) {
  const may = useMay()
  const { me } = useSession()
  const approve = useAct('run.approve')
  const reasons: Reason[] = []
  if (!may('run.approve'))
    reasons.push({
      key: 'may',
      state: 'waiting',
      text: t('由县人社局业务复核审批，您可以看。', 'Approved by the reviewer of the HR bureau.'),
    })
  else if (me.name === run.proposedName)
    reasons.push({
      key: 'same',
      state: 'waiting',
      text: t('您提出的，由另一人审批。', 'You proposed it; another person approves.'),
    })
  if (run.count === 0)
    reasons.push({ key: 'none', state: 'missing', text: t('名单里没有可办的人。', 'Nobody on the list.') })
  if (run.interest && !isZero(run.interest.short))
    reasons.push({
      key: 'short',
      state: 'missing',
      text: t(
        `差 ${moneyText(run.interest.short)} 元没有来源。`,
        `${moneyText(run.interest.short)} have no source.`,
      ),
    })
  return (
    <Sheet
      title={t('审批', 'Approval')}
      footer={
        <ActLine
          word={t('审批', 'Approve')}
          consequence={t(
            `${run.count} 人，合计 ${moneyText(run.total)} 元。审批后由基金财务记账。`,
            `${run.count} persons, ${moneyText(run.total)}; the fund accountant posts it.`,
          )}
          onAct={() => approve.mutate({ runId: run.id, count: run.count, total: run.total })}
          busy={approve.isPending}
          problem={approve.error}
          reasons={reasons}
        />
      }
    />
  )
}

function PostSheet({ run, onPosting }: { run: Run; onPosting: (job: number) => void }) {
  const may = useMay()
  const post = useAct('run.post', { onDone: ({ jobId }) => onPosting(jobId) })
  const reasons: Reason[] = may('run.post')
    ? []
    : [
        {
          key: 'may',
          state: 'waiting',
          text: t('由县人社局基金财务记账，您可以看。', 'Posted by the fund accountant.'),
        },
      ]
  const again = run.state === 'posting'
  return (
    <Sheet
      title={t('记账', 'Posting')}
      footer={
        <ActLine
          word={again ? t('接着记', 'Go on') : t('记账', 'Post')}
          consequence={
            again
              ? t(
                  `已记 ${run.postedCount} 人、${moneyText(run.postedTotal)} 元；没有人记两次。`,
                  `${run.postedCount} posted; nobody twice.`,
                )
              : t(
                  '先扣个人账户，用完扣统筹账户；记账后不能改，只能冲红。',
                  'Own account first, then the pool; never changed, only reversed.',
                )
          }
          onAct={() => post.mutate({ runId: run.id })}
          busy={post.isPending}
          problem={post.error}
          reasons={reasons}
        />
      }
    />
  )
}

const statuses = {
  '': t('全部', 'All'),
  proposed: t('待记账', 'proposed'),
  held: t('暂不办', 'held'),
  posted: t('已记账', 'posted'),
}

function LinesSheet({ run }: { run: Run }) {
  const say = useText()
  const pages = usePages<number>()
  const [status = '', setStatus] = useAddressValue('status')
  const known = (['proposed', 'held', 'posted'] as const).find((one) => one === status)
  const read = useCall('run.lines', { runId: run.id, status: known, after: pages.after, limit: 100 })
  return (
    <Sheet
      title={t('名单', 'List')}
      note={say(t('单位：元', 'in yuan'))}
      actions={
        <Select
          aria-label={say(t('状态', 'State'))}
          value={status}
          onChange={(next) => {
            pages.restart()
            setStatus(next || undefined)
          }}
          options={Object.entries(statuses).map(([value, label]) => ({ value, label: say(label) }))}
          style={{ minWidth: 110 }}
        />
      }
      flush
    >
      <DataTable
        label={t('名单', 'List')}
        columns={lineColumns(say)}
        rows={read.data?.lines}
        rowKey={(row) => row.line}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={<EmptyNote text={t('没有这样的人。', 'Nobody.')} />}
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function lineColumns(say: ReturnType<typeof useText>): Column<Line>[] {
  return [
    {
      key: 'name',
      label: t('姓名', 'Name'),
      cell: (row) =>
        row.accountId ? <PageLink to={`/account/${row.accountId}`}>{row.name}</PageLink> : row.name,
      card: 'title',
    },
    { key: 'status', label: t('状态', 'State'), cell: (row) => <LineState line={row} />, card: 'state' },
    {
      key: 'reason',
      label: t('说明', 'Note'),
      cell: (row) => say(row.reason) || say(noteOf(row)),
      slack: true,
    },
    {
      key: 'amount',
      label: t('本资金发', 'Ours'),
      number: true,
      cell: (row) => <MoneyText yuan={row.amount} />,
    },
    {
      key: 'own',
      label: t('个人账户', 'Own account'),
      number: true,
      cell: (row) => <MoneyText yuan={row.own} quietZero />,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'pool',
      label: t('统筹账户', 'Pool'),
      number: true,
      cell: (row) => <MoneyText yuan={row.pool} quietZero />,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'why',
      label: t('理由', 'Why'),
      cell: (row) => {
        const why = whyAddress(row.decisionId)
        return why ? <PageLink to={why}>{say(t('为什么', 'Why'))}</PageLink> : '—'
      },
      card: 'hidden',
    },
  ]
}

/** 到手合计 320.00（本资金 240.00，农保基金 80.00） */
function noteOf(line: Line) {
  if (isZero(line.elsewhere)) return t('', '')
  return t(
    `另 ${moneyText(line.elsewhere)} 元由${line.elsewhereText.zh}发放`,
    `${moneyText(line.elsewhere)} more paid by ${line.elsewhereText.en}`,
  )
}

function LineState({ line }: { line: Line }) {
  if (line.status === 'held') return <StateMark mark="paused" word={t('暂不办', 'held')} />
  if (line.status === 'posted') return <StateMark mark="done" word={t('已记账', 'posted')} />
  if (line.status === 'dropped') return <StateMark mark="same" word={t('已撤销', 'cancelled')} />
  return <StateMark mark="open" word={t('待记账', 'proposed')} />
}
