// The persons of a run, line by line with the reason.
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { isZero, type Run, whyAddress } from './fund-words.ts'
import { LineStatus, useLineStatus } from './line-status.tsx'
import { WhyAmount } from './why-amount.tsx'

type Line = Output<'run.lines'>['lines'][number]

export function LinesSheet({ run }: { run: Run }) {
  const say = useText()
  const pages = usePages<number>()
  const status = useLineStatus()
  const read = useCall('run.lines', { runId: run.id, status, after: pages.after, limit: 100 })
  return (
    <Sheet
      title={t('名单', 'List')}
      note={say(t('单位：元', 'in yuan'))}
      actions={<LineStatus onRestart={pages.restart} />}
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
      cell: (row) => <WhyAmount yuan={row.amount} to={whyAddress(row.decisionId)} />,
    },
    {
      key: 'own',
      label: t('个人账户', 'Own account'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.own} to={whyAddress(row.decisionId)} quietZero />,
      minor: true,
      card: 'hidden',
    },
    {
      key: 'pool',
      label: t('统筹账户', 'Pool'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.pool} to={whyAddress(row.decisionId)} quietZero />,
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
