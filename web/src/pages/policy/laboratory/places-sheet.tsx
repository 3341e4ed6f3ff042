// 各乡镇, 各年度: what holds beside what is tried; the table is the truth, the chart its shadow.
import { PageLink } from '../../../app/link.tsx'
import { useSession } from '../../../app/session.tsx'
import { type Text, t, useText } from '../../../app/text.tsx'
import { useAreaName } from '../../../parts/area-picker.tsx'
import { Chart } from '../../../parts/chart.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { amountText, numberOf } from './amount-words.ts'
import type { Simulation, Tally } from './types.ts'

type Line = Tally & { key: string; words: string }

type OpenProps = { onOpen: (ask: { area?: string; year?: number }, words: string) => void }

type PlacesProps = { simulation: Simulation } & OpenProps

function usePlaces({ townships }: Simulation): readonly Line[] {
  const nameOf = useAreaName()
  return townships.map((one) => ({ ...one, key: one.code, words: nameOf(one.code) || one.code }))
}

export function PlacesChart({ simulation, result, onOpen }: PlacesProps & { result: Text }) {
  const say = useText()
  const lines = usePlaces(simulation)
  const isMoney = simulation.kind === 'money'
  return (
    <Sheet
      title={t('各乡镇', 'By township')}
      note={isMoney ? say(t(`${result.zh}（元）`, `${result.en} (yuan)`)) : say(result)}
    >
      {lines.length > 0 && (
        <Chart
          kind="bars"
          label={t('各乡镇现行与试算', 'Townships, now and under the trial')}
          categories={lines.map(({ words }) => words)}
          series={[
            { label: t('现行', 'Now'), look: 'second', values: lines.map(({ sum }) => numberOf(sum[0])) },
            { label: t('试算', 'Trial'), look: 'trial', values: lines.map(({ sum }) => numberOf(sum[1])) },
          ]}
          height={lines.length * 40 + 60}
          unit={isMoney ? t('元', 'yuan') : t('', '')}
          write={(value) => value.toLocaleString('en-US').replace('-', '−')}
          onOpen={(index) => {
            const line = lines[index]
            if (line) onOpen({ area: line.key }, line.words)
          }}
        />
      )}
    </Sheet>
  )
}

export function PlacesSheet({ simulation, onOpen }: PlacesProps) {
  return (
    <Sheet title={t('各乡镇的人和钱', 'People and money by township')} flush>
      <Tallies
        label={t('各乡镇', 'Townships')}
        head={t('乡镇', 'Township')}
        lines={usePlaces(simulation)}
        total={simulation.total}
        onOpen={(line) => onOpen({ area: line.key }, line.words)}
      />
    </Sheet>
  )
}

type YearsProps = { simulation: Simulation; restsOn: string | null } & OpenProps

export function YearsSheet({ simulation, restsOn, onOpen }: YearsProps) {
  const say = useText()
  const unknown = say(t('日期不详', 'day not known'))
  const lines = simulation.years.map(
    (one): Line => ({
      ...one,
      key: String(one.year ?? ''),
      words: one.year === null ? unknown : String(one.year),
    }),
  )
  return (
    <Sheet
      title={t('各年度', 'By year')}
      note={say(t('按取参数的那一天', 'of the day whose values were taken'))}
      flush
    >
      {restsOn !== null && simulation.kind === 'money' && <WholeYearsElsewhere policy={restsOn} />}
      {lines.length > 1 && (
        <NowAndTrial
          label={t('各年度现行与试算', 'Years, now and under the trial')}
          lines={lines}
          kind={simulation.kind}
        />
      )}
      <Tallies
        label={t('各年度', 'Years')}
        head={t('年度', 'Year')}
        lines={lines}
        total={simulation.total}
        onOpen={({ key, words }) => key !== '' && onOpen({ year: Number(key) }, words)}
      />
    </Sheet>
  )
}

/** Why whole years are not told here, and where they are. */
function WholeYearsElsewhere({ policy }: { policy: string }) {
  const say = useText()
  const { meta } = useSession()
  const title = meta.policies.find(({ id }) => id === policy)?.title ?? t(policy, policy)
  return (
    <p className="lab-said">
      {say(
        t(
          `这项待遇要用“${title.zh}”每个月的结果，以后各年要连那一项一起逐月重新认定，这里不推。全年支出请看`,
          `This benefit uses each month's result of "${title.en}"; its years would need that one decided month by month as well and are not told here. For whole years see `,
        ),
      )}
      <PageLink to={`/laboratory/${policy}`}>{say(title)}</PageLink>
      {say(t('。', '.'))}
    </p>
  )
}

type Sums = { words: string; sum: Simulation['total']['sum'] }

/** Years beside each other. */
export function NowAndTrial({ label, lines, kind }: { label: Text; lines: readonly Sums[]; kind: string }) {
  return (
    <Chart
      kind="columns"
      label={label}
      categories={lines.map(({ words }) => words)}
      series={[
        { label: t('现行', 'Now'), look: 'second', values: lines.map(({ sum }) => numberOf(sum[0])) },
        { label: t('试算', 'Trial'), look: 'trial', values: lines.map(({ sum }) => numberOf(sum[1])) },
      ]}
      height={220}
      unit={kind === 'money' ? t('元', 'yuan') : t('', '')}
      write={(value) => value.toLocaleString('en-US').replace('-', '−')}
    />
  )
}

/** A phone has room for three. */
const onCards = new Set(['subjects', 'trial', 'difference'])

type TalliesProps = {
  label: Text
  head: Text
  lines: readonly Line[]
  total: Tally
  onOpen: (line: Line) => void
}

function Tallies({ label, head, lines, total, onOpen }: TalliesProps) {
  const say = useText()
  const figures: [string, Text, (one: Tally) => string][] = [
    ['subjects', t('人数', 'Persons'), ({ subjects }) => subjects.toLocaleString('en-US')],
    ['entitled', t('试算能得', 'Entitled'), ({ entitled }) => entitled[1].toLocaleString('en-US')],
    ['now', t('现行', 'Now'), ({ sum }) => say(amountText(sum[0]))],
    ['trial', t('试算', 'Trial'), ({ sum }) => say(amountText(sum[1]))],
    ['difference', t('相差', 'Difference'), ({ difference }) => say(amountText(difference))],
    ['up', t('增加', 'Gain'), ({ up }) => up.toLocaleString('en-US')],
    ['down', t('减少', 'Lose'), ({ down }) => down.toLocaleString('en-US')],
    ['open', t('不能判断', 'Open'), ({ open }) => open.toLocaleString('en-US')],
  ]
  return (
    <DataTable
      label={label}
      rows={lines}
      rowKey={(line) => line.key}
      onOpen={onOpen}
      sum={Object.fromEntries(figures.map(([key, , of]) => [key, of(total)]))}
      columns={[
        { key: 'words', label: head, slack: true, cell: (line: Line) => line.words },
        ...figures.map(([key, text, of]) => ({
          key,
          label: text,
          number: true,
          card: onCards.has(key) ? ('fact' as const) : ('hidden' as const),
          cell: (line: Line) => of(line),
        })),
      ]}
    />
  )
}
