// What the pages know of a projection, and how its figures are said.
import type { Input, Output } from '../../api-types.ts'
import type { Meta } from '../../app/meta.ts'
import { type Text, t } from '../../app/text.tsx'

export type Projection = Meta['projections'][number]
export type Answer = Output<'report.projection'>
export type Asked = Input<'report.projection'>
export type Years = Answer['now']
export type Row = Years['rows'][number]

/** 到 2055 年够付; 2041 年起不够付. */
export function dryWords({ rows, runsDry }: Years, account: string): Text {
  const year = runsDry[account] ?? null
  const last = rows.at(-1)?.year ?? 0
  return year === null
    ? t(`到 ${last} 年够付`, `holds until ${last}`)
    : t(`${year} 年起不够付`, `runs dry in ${year}`)
}

/** One sentence on every account of the fund. */
export function dryLine(accounts: Projection['accounts'], years: Years): Text {
  const parts = accounts.map(({ name, label }) => ({ label, words: dryWords(years, name) }))
  return t(
    parts.map(({ label, words }) => `${label.zh}${/^\d/.test(words.zh) ? ' ' : ''}${words.zh}`).join('，'),
    parts.map(({ label, words }) => `${label.en} ${words.en}`).join(', '),
  )
}

/** `8714850.00` as 871.5 (万元), for the chart only. */
export function tenThousands(yuan: string | undefined): number | null {
  return yuan === undefined ? null : Math.round(Number(yuan) / 1000) / 10
}

export function yearWords({ year, months }: Row): Text {
  return months === 12
    ? t(String(year), String(year))
    : t(`${year}（${months} 个月）`, `${year} (${months} months)`)
}
