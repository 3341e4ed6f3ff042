// The differences of a recomputation: paid, due, which facts differ, and both decisions.
import { type Output, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { isZero, type Run, whyAddress } from './fund-words.ts'
import { LineStatus, useLineStatus } from './line-status.tsx'
import { WhyAmount } from './why-amount.tsx'

type Line = Output<'recompute.lines'>['lines'][number]
type Say = ReturnType<typeof useText>

export function RecomputeSheet({ run }: { run: Run }) {
  const say = useText()
  const pages = usePages<number>()
  const status = useLineStatus()
  const read = useCall('recompute.lines', { runId: run.id, status, after: pages.after, limit: 100 })
  return (
    <Sheet
      title={t('差额', 'Differences')}
      note={say(t('一人一月一行，补发与追回不相抵。单位：元', 'one line a month, never netted; in yuan'))}
      actions={<LineStatus onRestart={pages.restart} />}
      flush
    >
      <DataTable
        label={t('差额', 'Differences')}
        columns={columns(say, run.recompute?.opening ?? false)}
        rows={read.data?.lines}
        rowKey={(row) => row.line}
        problem={read.error}
        onRetry={() => void read.refetch()}
        empty={
          <EmptyNote
            text={t('已发数与应发数一致，没有差额。', 'What was paid is what is due: no difference.')}
          />
        }
        pager={pages.pager(read.data?.next)}
      />
    </Sheet>
  )
}

function columns(say: Say, opening: boolean): Column<Line>[] {
  return [
    {
      key: 'name',
      label: t('姓名', 'Name'),
      cell: (row) => (
        <PageLink to={`/contrast/${row.subject.register}/${row.subject.id}`}>{row.name}</PageLink>
      ),
      card: 'title',
    },
    {
      key: 'period',
      label: t('月份', 'Month'),
      cell: (row) => (opening ? say(t('开户', 'opening')) : row.period),
    },
    {
      key: 'way',
      label: t('处理', 'Way'),
      cell: (row) => <WayMark line={row} ways={opening ? openingWays : ways} />,
      card: 'state',
    },
    {
      key: 'reason',
      label: t('哪些事实变了', 'Which facts differ'),
      cell: (row) => [say(row.reason), say(setOffNote(row))].filter(Boolean).join(say(t('；', '; '))),
      slack: true,
    },
    {
      key: 'paid',
      label: t('原已发', 'Paid'),
      number: true,
      cell: (row) => <WhyAmount yuan={row.paid} to={whyAddress(row.beforeDecision)} />,
      card: 'hidden',
    },
    {
      key: 'due',
      label: t('重算应发', 'Due'),
      number: true,
      cell: (row) =>
        row.due === null ? (
          say(t('不详', 'unknown'))
        ) : (
          <WhyAmount yuan={row.due} to={whyAddress(row.afterDecision)} />
        ),
      card: 'hidden',
    },
    {
      key: 'amount',
      label: t('差额', 'Difference'),
      number: true,
      cell: (row) => (
        <WhyAmount yuan={signed(row)} to={whyAddress(row.decisionId)} quietZero={row.due === null} />
      ),
    },
  ]
}

function signed({ direction, amount }: Line): string {
  return direction === 'recovery' ? `-${amount}` : amount
}

function setOffNote({ setOff }: Line): Text {
  if (isZero(setOff)) return t('', '')
  return t(
    `其中 ${moneyText(setOff)} 元抵原来登记的应追回款`,
    `${moneyText(setOff)} of it go against the earlier claim`,
  )
}

const ways = { topUp: t('补发', 'top-up'), recovery: t('追回', 'recovery'), none: t('待核', 'to be checked') }

const openingWays = {
  topUp: t('统筹转个人', 'pool to account'),
  recovery: t('个人转统筹', 'account to pool'),
  none: ways.none,
}

function WayMark({ line, ways }: { line: Line; ways: Record<Line['direction'], Text> }) {
  const way = ways[line.direction]
  if (line.status === 'held')
    return <StateMark mark="paused" word={t(`${way.zh}，暂不办`, `${way.en}, held`)} />
  if (line.status === 'posted')
    return <StateMark mark="done" word={t(`${way.zh}，已记账`, `${way.en}, posted`)} />
  if (line.status === 'dropped')
    return <StateMark mark="same" word={t(`${way.zh}，已撤销`, `${way.en}, cancelled`)} />
  return <StateMark mark={line.direction === 'topUp' ? 'up' : 'down'} word={way} />
}
