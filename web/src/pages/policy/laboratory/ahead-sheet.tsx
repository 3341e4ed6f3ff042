// 以后各年: a monthly benefit over whole years, with the people of now; only the month goes on.
import { useState } from 'react'
import { useCall } from '../../../api.ts'
import type { Output } from '../../../api-types.ts'
import { t, useText } from '../../../app/text.tsx'
import { useAreaName } from '../../../parts/area-picker.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { amountText, differenceWords, withUnit } from './amount-words.ts'
import { NowAndTrial } from './places-sheet.tsx'
import type { Ask } from './types.ts'

const YEARS = 3

type Year = Output<'policy.ahead'>['years'][number]

export function AheadSheet({ ask, kind, enabled }: { ask: Ask; kind: string; enabled: boolean }) {
  const say = useText()
  const [open, setOpen] = useState<number>()
  const got = useCall('policy.ahead', { ...ask, years: YEARS }, { enabled })
  const years = got.data?.years
  const first = years?.[0]
  const shown = years?.find(({ year }) => year === open)
  return (
    <Sheet
      title={t('全年支出', 'Whole years')}
      note={say(
        t(
          '按现在名册里的人，每个月都按试算的值算；以后的增减人不在内',
          'the people of now, every month at the tried values',
        ),
      )}
      flush
    >
      {first && (
        <p className="lab-said">
          {say(
            t(
              `${first.year} 年全年 ${withUnit(first.sum[1], kind).zh}，${differenceWords(first.difference, first.sum[0], kind).zh}。没有登记可用资金，余额不算。`,
              `${first.year}: ${withUnit(first.sum[1], kind).en}, ${differenceWords(first.difference, first.sum[0], kind).en}. No available money is registered, so no balance is told.`,
            ),
          )}
        </p>
      )}
      {years && (
        <NowAndTrial
          label={t('全年支出', 'Whole years')}
          lines={years.map(({ year, sum }) => ({ words: String(year), sum }))}
          kind={kind}
        />
      )}
      <DataTable
        label={t('全年支出', 'Whole years')}
        rows={years}
        rowKey={({ year }) => year}
        problem={got.error}
        onRetry={() => void got.refetch()}
        onOpen={({ year }) => setOpen(year === open ? undefined : year)}
        columns={[
          {
            key: 'year',
            label: t('年度', 'Year'),
            slack: true,
            cell: ({ year }: Year) => say(t(`${year} 年（点开看各乡镇）`, `${year} (press for townships)`)),
          },
          {
            key: 'entitled',
            label: t('12 月能得', 'In December'),
            number: true,
            cell: ({ entitled }: Year) => entitled[1].toLocaleString('en-US'),
          },
          ...sums<Year>(say),
          {
            key: 'open',
            label: t('不能判断', 'Open'),
            number: true,
            cell: ({ open: count }: Year) => count.toLocaleString('en-US'),
          },
        ]}
      />
      {shown && <TownshipsOf year={shown} />}
    </Sheet>
  )
}

function TownshipsOf({ year }: { year: Year }) {
  const say = useText()
  const nameOf = useAreaName()
  const label = t(`${year.year} 年各乡镇`, `Townships in ${year.year}`)
  return (
    <DataTable
      label={label}
      rows={year.townships}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', label, slack: true, cell: ({ code }) => nameOf(code) || code },
        ...sums<Year['townships'][number]>(say),
      ]}
    />
  )
}

function sums<Row extends Pick<Year, 'sum' | 'difference'>>(say: ReturnType<typeof useText>) {
  return [
    { key: 'now', label: t('现行', 'Now'), number: true, cell: ({ sum }: Row) => say(amountText(sum[0])) },
    {
      key: 'trial',
      label: t('试算', 'Trial'),
      number: true,
      cell: ({ sum }: Row) => say(amountText(sum[1])),
    },
    {
      key: 'difference',
      label: t('相差', 'Difference'),
      number: true,
      cell: ({ difference }: Row) => say(amountText(difference)),
    },
  ]
}
