// Our series rules in ECharts' words: solid 黛, solid 雾, hatched 紫 or 赭; axis from 0; the target a black line.
import type { EChartsOption } from 'echarts'
import type { Say } from '../app/text.tsx'
import { tokens as c, fontSans } from '../theme/tokens.ts'
import type { ChartProps, Series, SeriesLook } from './chart.tsx'

/** Pure: the whole option of a chart. */
export function chartOption(props: ChartProps, say: Say): EChartsOption {
  const bars = props.kind === 'bars'
  const names = {
    type: 'category' as const,
    data: [...props.categories],
    inverse: bars,
    axisTick: { show: false },
    axisLine: { show: !bars, lineStyle: { color: c.edge } },
    axisLabel: label(),
  }
  const values = {
    type: 'value' as const,
    min: 0,
    // People are counted in whole ones.
    minInterval: props.series.every(({ values: all }) => all.every((one) => Number.isInteger(one ?? 0)))
      ? 1
      : 0,
    name: bars ? undefined : say(props.unit),
    nameTextStyle: { color: c.ink3, align: 'right' as const },
    axisLabel: bars ? { show: false } : label(),
    splitLine: { show: !bars, lineStyle: { color: c.line } },
  }
  return {
    animation: false,
    textStyle: { fontFamily: fontSans },
    grid: {
      left: 14,
      right: bars && props.series.length > 1 ? 70 : 14,
      top: props.target || !bars ? 34 : 10,
      bottom: 10,
      containLabel: true,
    },
    aria: { enabled: true, decal: { show: props.series.length > 1 } },
    legend:
      props.series.length > 1
        ? { right: 14, top: 4, itemWidth: 14, itemHeight: 9, icon: 'rect', textStyle: { color: c.ink2 } }
        : undefined,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: c.line2 } },
      valueFormatter: (value) => (typeof value === 'number' ? (props.write ?? String)(value) : ''),
    },
    xAxis: bars ? values : names,
    yAxis: bars ? [names, valueColumn(props)] : values,
    series: props.series.map((series, index) => seriesOption(series, index, props, say)),
  }
}

function seriesOption(series: Series, index: number, props: ChartProps, say: Say) {
  const common = {
    name: say(series.label),
    data: dataOf(series, props),
    markLine: index === 0 ? targetLine(props) : undefined,
  }
  if (props.kind === 'lines') {
    return {
      ...common,
      type: 'line' as const,
      symbol: index === 0 ? 'circle' : 'rect',
      symbolSize: 6,
      lineStyle: { color: colours[series.look], width: 2, type: dashed(series.look) },
      itemStyle: { color: colours[series.look] },
    }
  }
  return {
    ...common,
    type: 'bar' as const,
    barMaxWidth: props.kind === 'bars' ? 11 : 14,
    showBackground: props.kind === 'bars',
    backgroundStyle: { color: c.head },
    itemStyle: itemStyle(series.look),
    label: {
      show: props.kind === 'bars' ? props.series.length > 1 : props.series.length === 1,
      position: props.kind === 'bars' ? ('right' as const) : ('top' as const),
      color: c.ink,
      fontSize: 12,
      formatter: (item: { value?: unknown }) =>
        typeof item.value === 'number' ? (props.write ?? String)(item.value) : '',
    },
  }
}

/** Values of lying bars stand in one column at the right, where the target line never crosses them. */
function valueColumn({ series, categories, behind = [], notes = [], write = String }: ChartProps) {
  const values = series.length === 1 ? series[0]?.values : undefined
  return {
    type: 'category' as const,
    position: 'right' as const,
    inverse: true,
    data: [...categories],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      show: values !== undefined,
      fontSize: 12,
      color: (_: unknown, index?: number) => (behind.includes(index ?? -1) ? c.zhe : c.ink),
      formatter: (_: string, index: number) =>
        `${valueWords(values?.[index], write)}${notes[index] ? `  ${notes[index]}` : ''}`,
    },
  }
}

function valueWords(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? '—' : write(value)
}

function dataOf(series: Series, props: ChartProps) {
  const behind = new Set(props.behind ?? [])
  return series.values.map((value, index) =>
    behind.has(index)
      ? { value: value ?? undefined, itemStyle: itemStyle('behind'), label: { color: c.zhe } }
      : { value: value ?? undefined },
  )
}

const colours: Record<SeriesLook, string> = { first: c.dai, second: c.mist, trial: c.zi, behind: c.zhe }

function itemStyle(look: SeriesLook) {
  if (look === 'first' || look === 'second')
    return { color: colours[look], decal: { symbol: 'none' as const } }
  return {
    color: '#fff',
    borderColor: colours[look],
    borderWidth: 1,
    decal: {
      symbol: 'rect',
      color: colours[look],
      dashArrayX: [1, 0],
      dashArrayY: [1.5, 4],
      rotation: -Math.PI / 4,
    },
  }
}

function dashed(look: SeriesLook): 'solid' | 'dashed' {
  return look === 'trial' || look === 'behind' ? 'dashed' : 'solid'
}

function targetLine({ target, kind }: ChartProps) {
  if (!target) return undefined
  const at = kind === 'bars' ? { xAxis: target.value } : { yAxis: target.value }
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: '#000', type: 'solid' as const, width: 1 },
    label: {
      formatter: target.label,
      color: c.ink,
      fontSize: 12,
      position: kind === 'bars' ? ('start' as const) : ('end' as const),
      distance: 4,
    },
    data: [at],
  }
}

function label() {
  return { color: c.ink2, fontSize: 12 }
}
