// A chart is the shadow of a table: at most four series, drawn by shape, with its table twin one press away.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Locale, type Text, t, useLocale, useText } from '../app/text.tsx'
import { chartOption } from './chart-option.ts'
import { WaitBars } from './wait-bars.tsx'
import './field-form.css'

/** first 黛 solid, second 雾 solid, trial 紫 hatched, behind 赭 hatched. */
export type SeriesLook = 'first' | 'second' | 'trial' | 'behind'
export type Series = { label: Text | string; look: SeriesLook; values: readonly (number | null)[] }

export type ChartProps = {
  kind: 'bars' | 'columns' | 'lines'
  /** What is shown, read aloud. */
  label: Text | string
  categories: readonly string[]
  series: readonly Series[]
  /** Single values drawn as behind: indexes of categories. */
  behind?: readonly number[]
  unit?: Text | string
  target?: { value: number; label: string }
  /** Words after the value of a bar (差 4.3), by index. */
  notes?: readonly (string | undefined)[]
  /** How a value is written; default with thousands. */
  write?: (value: number) => string
  onOpen?: (index: number) => void
  foot?: ReactNode
  height?: number
}

/** `<Chart kind="bars" label="各乡镇" categories={towns} series={[{ label: '完成', look: 'first', values }]} target={{ value: 70.7, label: '应到 70.7%' }} />` */
export function Chart(props: ChartProps) {
  const say = useText()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure>
      {asTable ? <ChartTable {...props} /> : <ChartCanvas {...props} />}
      <figcaption className="chart-foot">
        <span>{props.foot}</span>
        <button type="button" className="link-button" onClick={() => setAsTable((before) => !before)}>
          {say(asTable ? t('看图', 'As chart') : t('看表', 'As table'))}
        </button>
      </figcaption>
    </figure>
  )
}

function ChartCanvas(props: ChartProps) {
  const say = useText()
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const height = props.height ?? (props.kind === 'bars' ? props.categories.length * 27 + 50 : 240)
  const latest = useRef({ props, say })
  latest.current = { props, say }
  const drawn = signatureOf(props, locale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when what is drawn changes, not at each render
  useEffect(() => {
    const element = box.current
    if (!element) return
    let close = () => {}
    let left = false
    void import('./chart-canvas.ts').then(({ draw }) => {
      if (left) return
      const now = latest.current
      close = draw(element, chartOption(now.props, now.say), (index) => latest.current.props.onOpen?.(index))
      setReady(true)
    })
    return () => {
      left = true
      close()
    }
  }, [drawn])
  return (
    <>
      {!ready && <WaitBars lines={4} />}
      <div
        ref={box}
        role="img"
        aria-label={aloud(props, say)}
        style={{ height, display: ready ? 'block' : 'grid' }}
      />
    </>
  )
}

/** What a picture depends on, as text: equal text, equal picture. */
function signatureOf(props: ChartProps, locale: Locale): string {
  const { kind, categories, series, behind, target, notes, unit } = props
  return JSON.stringify([kind, categories, series, behind, target, notes, unit, locale])
}

function ChartTable({ label, categories, series, write = thousands }: ChartProps) {
  const say = useText()
  return (
    <table className="chart-table" aria-label={say(label)}>
      <thead>
        <tr>
          <th scope="col">{say(t('项目', 'Item'))}</th>
          {series.map((one) => (
            <th scope="col" key={say(one.label)}>
              {say(one.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map((one) => (
              <td key={say(one.label)}>{written(one.values[index], write, say)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function aloud(props: ChartProps, say: ReturnType<typeof useText>): string {
  const write = props.write ?? thousands
  const first = props.series[0]
  const words = props.categories.map(
    (category, index) => `${category} ${written(first?.values[index], write, say)}`,
  )
  return `${say(props.label)}：${words.join('，')}`
}

function written(
  value: number | null | undefined,
  write: (value: number) => string,
  say: ReturnType<typeof useText>,
): string {
  return value === null || value === undefined ? say(t('不详', 'unknown')) : write(value)
}

export function thousands(value: number): string {
  return value.toLocaleString('en-US').replace('-', '−')
}
