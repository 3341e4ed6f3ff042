// First line above an explanation: recomputed against the voucher, with the difference to the fen.
import type { ReactNode } from 'react'
import { PageLink } from '../../app/link.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { moneyText } from '../../parts/money-text.tsx'
import { shortHash } from './policy-marks.tsx'
import type { Booked, Line } from './policy-types.ts'

/** All amounts that were recomputed: a voucher may hold any of them. */
export function amountsOf(trace: readonly Line[]): string[] {
  return trace.flatMap(({ type, state, value }) =>
    type === 'money' && state === 'known' && typeof value === 'string' ? [value] : [],
  )
}

export function isDifferent({ difference }: Booked): boolean {
  return difference !== null && difference !== '0.00'
}

/** 重算 240.00 元，与 9 月 10 日凭证 2025-09 记-0031 相差 0.00 元 */
export function BookedWords({ entry }: { entry: Booked }) {
  const say = useText()
  const { amount, difference, period, number, day, voucherId } = entry
  const voucher = (
    <PageLink to={`/voucher/${voucherId}`}>
      {period} {number}
    </PageLink>
  )
  const on = dayWords(day)
  const off = moneyText((difference ?? '0.00').replace('-', ''))
  if (isDifferent(entry))
    return (
      <>
        {say(t('重算的金额里没有凭证 ', 'None of the recomputed amounts is that of voucher '))}
        {voucher}
        {say(
          t(
            ` 的 ${moneyText(amount)} 元，最近的相差 ${off} 元。`,
            `, ${moneyText(amount)} yuan; the nearest differs by ${off} yuan.`,
          ),
        )}
      </>
    )
  return (
    <>
      {say(
        t(
          `重算 ${moneyText(amount)} 元，与 ${on.zh}凭证 `,
          `Recomputed ${moneyText(amount)} yuan; voucher of ${on.en} `,
        ),
      )}
      {voucher}
      {say(t(` 相差 ${off} 元`, ` differs by ${off} yuan`))}
    </>
  )
}

/** 规则 a41f·9c02　参数 县定 3fa2　事实截至 2025-09-10 */
export function Versions({
  hash,
  parameters,
  facts,
}: {
  hash: string
  parameters: string
  facts: string
}): ReactNode {
  const say = useText()
  const book = bookWords(parameters)
  return say(
    t(
      `规则 ${shortHash(hash)}　参数 ${book.zh}　事实截至 ${facts}`,
      `rule ${shortHash(hash)}, parameters ${book.en}, facts as of ${facts}`,
    ),
  )
}

function bookWords(version: string): Text {
  const [origin = '', hash = ''] = version.split(':')
  const short = hash.slice(0, 4)
  return origin === 'county'
    ? t(`县定 ${short}`, `county ${short}`)
    : t(`规则自带 ${short}`, `of the rule ${short}`)
}
