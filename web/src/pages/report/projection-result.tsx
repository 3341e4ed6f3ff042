// What a projection comes to: a sentence, the chart, the years as a table, what it rests on.
import { t, useText } from '../../app/text.tsx'
import { Chart, type Series, thousands } from '../../parts/chart.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import {
  type Answer,
  dryLine,
  dryWords,
  type Projection,
  type Row,
  tenThousands,
  type Years,
  yearWords,
} from './projection-types.ts'

type Props = { projection: Projection; answer: Answer }

/** When each account runs dry: as things hold, and as tried. */
export function DrySheet({ projection, answer }: Props) {
  const say = useText()
  const { now, trial } = answer
  const facts = projection.accounts.map(({ name, label }) => ({
    label,
    value: (
      <>
        {say(dryWords(now, name))}
        {trial && <b className="projection-tried">{say(tried(dryWords(trial, name)))}</b>}
      </>
    ),
  }))
  return (
    <Sheet
      title={t('够付到哪一年', 'How long it holds')}
      note={say(t('期望值，不是预测', 'expected values'))}
      trial={trial !== null}
    >
      <p role="status" className="projection-sentence">
        {say(dryLine(projection.accounts, now))}
        {trial &&
          say(
            t(
              `；试算后${dryLine(projection.accounts, trial).zh}`,
              `; as tried ${dryLine(projection.accounts, trial).en}`,
            ),
          )}
      </p>
      <Facts facts={facts} />
    </Sheet>
  )
}

function tried({ zh, en }: { zh: string; en: string }) {
  return t(`试算：${zh}`, `as tried: ${en}`)
}

const looks = { now: ['first', 'second'], trial: ['trial', 'behind'] } as const

export function ProjectionChart({ projection, answer: { now, trial } }: Props) {
  const say = useText()
  const series = (years: Years, kind: 'now' | 'trial'): Series[] =>
    projection.chart.map((name, at) => {
      const label = projection.columns.find((column) => column.name === name)?.label ?? t(name, name)
      return {
        label: kind === 'now' ? label : t(`${label.zh}（试算）`, `${label.en} (tried)`),
        look: looks[kind][at === 0 ? 0 : 1],
        values: years.rows.map(({ figures }) => tenThousands(figures[name])),
      }
    })
  return (
    <Sheet
      title={t('年末余额', 'At the end of each year')}
      note={say(t('万元', 'in ten thousand yuan'))}
      trial={trial !== null}
    >
      <Chart
        kind="lines"
        label={t('年末余额（万元）', 'At the end of each year (ten thousand yuan)')}
        categories={now.rows.map(({ year }) => String(year))}
        series={[...series(now, 'now'), ...(trial ? series(trial, 'trial') : [])]}
        unit={t('万元', '¥10k')}
        write={thousands}
        height={280}
      />
    </Sheet>
  )
}

/** Every year with every figure. */
export function YearsSheet({
  projection,
  years,
  isTrial,
}: {
  projection: Projection
  years: Years
  isTrial?: boolean
}) {
  const say = useText()
  const title = isTrial
    ? t('按试算参数（未生效）', 'As tried (not in force)')
    : t('按现行参数', 'As things hold')
  const columns: Column<Row>[] = [
    { key: 'year', label: t('年度', 'Year'), cell: (row) => say(yearWords(row)), card: 'title' },
    ...projection.columns
      .filter(({ room }) => room !== 'paper')
      .map(({ name, label, kind, room }) => ({
        key: name,
        label,
        number: true,
        minor: room === 'wide',
        card: onCard.has(name) ? ('fact' as const) : ('hidden' as const),
        cell: ({ figures }: Row) => (
          <Figure text={figures[name] ?? ''} isMoney={kind === 'money'} isShort={name === 'short'} />
        ),
      })),
  ]
  return (
    <Sheet title={title} note={say(t('金额单位元', 'amounts in yuan'))} trial={isTrial ?? false} flush>
      <DataTable
        label={title}
        columns={columns}
        rows={years.rows}
        rowKey={({ year }) => year}
        tone={({ figures }) => (figures.short === '0.00' ? undefined : 'zhe')}
      />
    </Sheet>
  )
}

const onCard: ReadonlySet<string> = new Set(['closing', 'pooled', 'short'])

function Figure({ text, isMoney, isShort }: { text: string; isMoney: boolean; isShort: boolean }) {
  const [whole = '', rest] = text.split('.')
  const words = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === undefined ? '' : `.${rest}`}`
  if (isShort && text !== '0.00') return <b className="projection-short">{words}</b>
  return <>{isMoney && text === '0.00' ? '—' : words}</>
}

export function GroundsSheet({ answer: { stated } }: { answer: Answer }) {
  const say = useText()
  return (
    <Sheet title={t('怎么算的', 'How it is computed')}>
      <Facts
        facts={stated.map(({ label, text }, at) => ({ key: `${at} ${label.zh}`, label, value: say(text) }))}
      />
    </Sheet>
  )
}
