// Which township has how much to do, and how it went over the weeks.
import { useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Sheet } from '../../parts/sheet.tsx'

type Props = { area: string | undefined; onArea: (area: string | undefined) => void }

export function BoardSheet({ area, onArea }: Props) {
  const say = useText()
  const { data } = useCall('verify.board', {})
  if (!data || data.places.length + data.weeks.filter(({ open }) => open > 0).length === 0) return null
  return (
    <>
      <Sheet
        title={inTownship(data.places) ? t('各村要办的', 'By village') : t('各乡镇要办的', 'By township')}
        flush
      >
        <ul className="verify-rules">
          {data.places.map((one) => (
            <li key={one.area}>
              <button
                type="button"
                aria-pressed={one.area === area}
                onClick={() => onArea(one.area === area ? undefined : one.area)}
              >
                <span className="verify-rule">{one.areaName}</span>
                <span className="note">{say(t(`最早的 ${one.days} 天`, `oldest ${one.days} days`))}</span>
                {one.checking > 0 && (
                  <span className="note">
                    {say(t(`${one.checking} 条转核实`, `${one.checking} being looked at`))}
                  </span>
                )}
                <b className="number">{(one.open + one.checking).toLocaleString('en-US')}</b>
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={t('每周末没有结的', 'Open at the end of each week')}>
        <Chart
          kind="columns"
          label={t('每周末没有结的', 'Open at the end of each week')}
          categories={data.weeks.map(({ week }) => week.slice(5))}
          series={[
            { label: t('没有结的', 'Open'), look: 'first', values: data.weeks.map(({ open }) => open) },
          ]}
          unit={t('条', '')}
          height={150}
        />
      </Sheet>
    </>
  )
}

/** An officer of a township gets his villages, with their codes of twelve digits. */
function inTownship(places: readonly { area: string }[]): boolean {
  return places.some(({ area }) => area.length > 9)
}
