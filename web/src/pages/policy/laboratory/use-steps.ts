// 每多 10 元：相差 76.00 元: what a step of each parameter comes to, asked for once a move has settled.
import { useCall } from '../../../api.ts'
import { type Text, t } from '../../../app/text.tsx'
import type { Policy } from '../policy-types.ts'
import { withUnit } from './amount-words.ts'
import type { useSimulation } from './use-simulation.ts'

const units: Record<string, Text | undefined> = {
  money: t('元', 'yuan'),
  percent: t('个百分点', 'points'),
  years: t('岁', 'years'),
  months: t('个月', 'months'),
}

export function useSteps(
  policy: Policy,
  { got }: { got: ReturnType<typeof useSimulation> },
): Readonly<Record<string, Text>> {
  const settled = got.isSettled && !got.isFetching && got.data !== undefined
  const { data } = useCall('policy.sensitivity', got.asked, { enabled: settled })
  const kind = got.data?.kind ?? ''
  const entries = (data?.steps ?? []).map(({ key, step, difference }) => {
    const unit = units[policy.meta.parameters.find((one) => one.key === key)?.kind ?? ''] ?? t('', '')
    const amount = withUnit(difference, kind)
    return [key, t(`每多 ${step} ${unit.zh}：${amount.zh}`, `per ${step} ${unit.en}: ${amount.en}`)] as const
  })
  return Object.fromEntries(entries)
}
