// The months of one benefit of one person: paid, due as known then, due as known now.
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Chosen, Part } from './contrast-page.tsx'

type Month = Part['months'][number]
type Say = ReturnType<typeof useText>

export function ContrastSheet({ part, chosen }: { part: Part; chosen: Chosen }) {
  const say = useText()
  return (
    <Sheet title={part.label} note={say(t(`${part.name}　单位：元`, `${part.name}, in yuan`))} flush>
      <DataTable
        label={part.label}
        columns={columns(say, part, chosen)}
        rows={part.months}
        rowKey={(row) => row.month}
        tone={(row) => (isOff(row) ? 'zhe' : undefined)}
      />
    </Sheet>
  )
}

/** What was credited once, when the account was opened, stands in the place of a month. */
const OPENING = '开户'

function monthWords(month: string) {
  return month === OPENING ? t('开户', 'opening') : t(month, month)
}

function isOff({ decided, difference }: Month): boolean {
  return decided && difference !== null && difference !== '0.00'
}

/** The reason of a month as known on a day, or now. */
function whyAt(part: Part, month: string, known?: string): string {
  const at = known ? `?known=${known}` : ''
  return `/contrast-why/${part.run}/${part.subject.id}/${month}${at}`
}

function columns(say: Say, part: Part, chosen: Chosen): Column<Month>[] {
  const opening = part.months[0]?.month === OPENING
  const verb = opening ? '记' : '发'
  const amount = (yuan: string | null, to: string) =>
    yuan === null ? (
      say(t('不详', 'unknown'))
    ) : (
      <PageLink to={to}>
        <MoneyText yuan={yuan} />
      </PageLink>
    )
  return [
    { key: 'month', label: t('月份', 'Month'), cell: (row) => say(monthWords(row.month)), card: 'title' },
    { key: 'state', label: t('结果', 'Outcome'), cell: (row) => <Outcome row={row} />, card: 'state' },
    {
      key: 'paid',
      label: opening ? t('已记', 'Credited') : t('已发', 'Paid'),
      number: true,
      cell: (row) =>
        row.decisionId === null ? (
          <MoneyText yuan={row.paid} quietZero />
        ) : (
          amount(row.paid, `/explain/${row.decisionId}`)
        ),
    },
    {
      key: 'asKnown',
      label: t(`按 ${chosen.known} 所知应${verb}`, `Due as known ${chosen.known}`),
      number: true,
      cell: (row) => amount(row.asKnown, whyAt(part, row.month, chosen.known)),
    },
    {
      key: 'now',
      label: t(`按现在所知应${verb}`, 'Due as known now'),
      number: true,
      cell: (row) => amount(row.now, whyAt(part, row.month)),
    },
    {
      key: 'difference',
      label: t('差额', 'Difference'),
      number: true,
      cell: (row) =>
        row.decided && row.difference !== null ? <MoneyText yuan={row.difference} strong /> : '—',
    },
    {
      key: 'why',
      label: t('哪些事实变了', 'Which facts differ'),
      cell: (row) => factsOf(row, say),
      slack: true,
    },
  ]
}

function Outcome({ row }: { row: Month }) {
  if (!row.decided) return <StateMark mark="same" word={t('没有办过这个月', 'not run')} />
  if (row.now === null) return <StateMark mark="unknown" word={t('还不能判断', 'cannot be said')} />
  if (!isOff(row))
    return <StateMark mark="done" word={row.month === OPENING ? t('相符', 'as due') : t('发足', 'as due')} />
  if (row.open) return <StateMark mark="doing" word={t('已提出，待审批', 'proposed')} />
  return row.difference?.startsWith('-') ? (
    <StateMark
      mark="down"
      word={row.month === OPENING ? t('多记', 'too much') : t('多发，应追回', 'too much')}
    />
  ) : (
    <StateMark mark="up" word={row.month === OPENING ? t('少记', 'short') : t('少发，应补发', 'short')} />
  )
}

/** 死亡日期：不适用 → 2025-06-17（…，2025-07-03 登记） */
function factsOf({ changes, why }: Month, say: Say): string {
  const facts = changes.filter(({ kind }) => kind !== 'result')
  const told = (facts.length > 0 ? facts : changes).map((one) => {
    const known = one.knownOn ? say(t(`${one.knownOn} 登记`, `entered ${one.knownOn}`)) : ''
    const from = [one.source ? say(one.source) : '', known].filter(Boolean).join(say(t('，', ', ')))
    const words = `${say(one.label)}${say(t('：', ': '))}${say(one.before)} → ${say(one.after)}`
    return from ? `${words}${say(t(`（${from}）`, ` (${from})`))}` : words
  })
  return [...told, say(why)].filter(Boolean).join(say(t('；', '; ')))
}
