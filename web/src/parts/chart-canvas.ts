// The only file that loads ECharts, and only the pieces in use.

import type { EChartsOption } from 'echarts'
import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

/** Draws into the element, follows its size; returns how to close it. */
export function draw(
  element: HTMLElement,
  option: EChartsOption,
  onOpen?: (index: number) => void,
): () => void {
  const chart = echarts.init(element, undefined, { renderer: 'svg' })
  chart.setOption(option)
  if (onOpen) chart.on('click', (event) => onOpen(event.dataIndex))
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
