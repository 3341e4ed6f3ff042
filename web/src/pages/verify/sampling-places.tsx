// Rates with their intervals: by township, by village, by field, on one scale.
import { Segmented } from 'antd'
import { useState } from 'react'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { IntervalLine, RangeText, RateText, scaleOf } from './sampling-interval.tsx'
import type { Estimate, Place, Report } from './sampling-words.ts'
import { percentText } from './sampling-words.ts'

type Cut = 'township' | 'village' | 'field'
type Row = {
  key: string
  name: string
  all: number | null
  drawn: number | null
  hint: boolean
  partial: boolean
  estimate: Estimate
}

export function SamplingPlaces({ report }: { report: Report }) {
  const say = useText()
  const [cut, setCut] = useState<Cut>('township')
  const rows = rowsOf(report, cut, say)
  const most = scaleOf([...rows.map(({ estimate }) => estimate), report.whole.estimate])
  return (
    <Sheet
      title={t('错误率和区间', 'Rates and intervals')}
      note={say(
        t(
          `${report.sample.rule.confidence}% 的把握；横线从 0 到 ${percentText(most)}`,
          `${report.sample.rule.confidence}% confidence; the line runs from 0 to ${percentText(most)}`,
        ),
      )}
      actions={
        <Segmented<Cut>
          size="small"
          aria-label={say(t('按什么看', 'Cut by'))}
          value={cut}
          onChange={setCut}
          options={[
            { value: 'township', label: say(t('按乡镇', 'Townships')) },
            { value: 'village', label: say(t('按村', 'Villages')) },
            { value: 'field', label: say(t('按项目', 'Fields')) },
          ]}
        />
      }
      flush
    >
      <DataTable
        label={t('错误率和区间', 'Rates and intervals')}
        columns={columnsOf(most, cut, say)}
        rows={rows}
        rowKey={(row) => row.key}
        {...(cut === 'field' ? {} : { sum: sumOf(report.whole, most, say) })}
      />
    </Sheet>
  )
}

function rowsOf(report: Report, cut: Cut, say: ReturnType<typeof useText>): Row[] {
  if (cut === 'field')
    return report.fields.map(({ field, label, estimate }) => ({
      ...{ key: field, name: say(label), all: null, drawn: null, hint: false, partial: false, estimate },
    }))
  const places = cut === 'township' ? report.townships : report.villages
  return places.map(({ code, name, all, drawn, few, partial, estimate }) => ({
    ...{ key: code, name, all, drawn, hint: few && estimate.looked > 0, partial, estimate },
  }))
}

function columnsOf(most: number, cut: Cut, say: ReturnType<typeof useText>): Column<Row>[] {
  const places: Column<Row>[] = [
    { key: 'all', label: t('在册', 'Records'), number: true, cell: (row) => number(row.all), card: 'hidden' },
    { key: 'drawn', label: t('抽', 'Drawn'), number: true, cell: (row) => number(row.drawn), card: 'hidden' },
  ]
  return [
    {
      key: 'name',
      label: cut === 'field' ? t('项目', 'Field') : t('地方', 'Place'),
      cell: (row) => (
        <>
          {row.name}
          {row.partial && (
            <span className="sampling-hint">{say(t('有的村还没查', 'some villages not looked at'))}</span>
          )}
          {row.hint && (
            <span className="sampling-hint">{say(t('条数少，只作线索', 'few, a hint only'))}</span>
          )}
        </>
      ),
      slack: true,
      card: 'title',
    },
    ...(cut === 'field' ? [] : places),
    {
      key: 'faults',
      label: t('错/查', 'Faulty'),
      number: true,
      cell: ({ estimate }) => `${estimate.faults}/${estimate.looked}`,
      card: 'fact',
    },
    {
      key: 'rate',
      label: t('估计错误率', 'Rate'),
      number: true,
      cell: ({ estimate }) => <RateText estimate={estimate} />,
      card: 'state',
    },
    {
      key: 'range',
      label: t('区间', 'Interval'),
      number: true,
      cell: ({ estimate }) => (estimate.method === 'none' ? '' : <RangeText estimate={estimate} />),
      card: 'fact',
    },
    {
      key: 'line',
      label: t('图', 'Line'),
      width: 190,
      cell: ({ estimate }) => <IntervalLine estimate={estimate} most={most} />,
      card: 'hidden',
    },
  ]
}

function sumOf(whole: Place, most: number, say: ReturnType<typeof useText>) {
  const { estimate } = whole
  return {
    name: say(t('合计（按记录数加权）', 'Whole, weighted by records')),
    all: number(whole.all),
    drawn: number(whole.drawn),
    faults: `${estimate.faults}/${estimate.looked}`,
    rate: <RateText estimate={estimate} />,
    range: <RangeText estimate={estimate} />,
    line: <IntervalLine estimate={estimate} most={most} />,
  }
}

function number(count: number | null): string {
  return count === null ? '' : count.toLocaleString('en-US')
}
