/** What a run refuses, in words. */
import type { Fen, Text } from '#kernel'
import { defineProblems, formatYuan, problem, t } from '#kernel'
import { defineConstraints } from '#platform'

export const runProblems = defineProblems('run', {
  unknown: problem(404, (d: { run: string }) =>
    t(`没有登记名为“${d.run}”的批量事项。`, `There is no run "${d.run}".`),
  ),
  notFound: problem(404, (_: { id: number }) =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  period: problem(422, (d: { given: string; every: string }) =>
    t(
      `所属期“${d.given}”的写法不对。按月的写 2025-10，按年的写 2025。`,
      `The period "${d.given}" does not fit. Write 2025-10 for a month, 2025 for a year.`,
    ),
  ),
  once: problem(409, (d: { label: Text; period: string }) =>
    t(
      `${d.period} 的${d.label.zh}已经做过，没有重复做。请打开已有的那一次。`,
      `${d.label.en} of ${d.period} exists already; it was not done again.`,
    ),
  ),
  notNow: problem(409, (d: { state: Text }) =>
    t(
      `现在是“${d.state.zh}”，不能办这一步。请刷新后再看。`,
      `It is "${d.state.en}" now; this step is not possible.`,
    ),
  ),
  samePerson: problem(409, (d: { name: string }) =>
    t(`这一批由${d.name}提出，须由另一人审批。`, `Proposed by ${d.name}; another account must approve it.`),
  ),
  totals: problem(409, (d: { count: number; total: Fen }) =>
    t(
      `合计对不上：现在是 ${d.count} 人、${formatYuan(d.total)} 元。请核对后再批。`,
      `Totals differ: it is ${d.count} and ${formatYuan(d.total)} now.`,
    ),
  ),
  nothing: problem(409, () =>
    t('名单里没有可办的人，不能审批。', 'There is nobody on the list; it cannot be approved.'),
  ),
  noSource: problem(409, (d: { short: Fen }) =>
    t(
      `利息差 ${formatYuan(d.short)} 元没有来源。请先登记银行利息，或按程序动用风险准备金。`,
      `${formatYuan(d.short)} of the interest have no source. Register bank interest, or have the reserve released.`,
    ),
  ),
  notOver: problem(409, (d: { period: string }) =>
    t(
      `${d.period} 年还没有结束，年度结束后再计息。`,
      `The year ${d.period} is not over; interest is credited after its end.`,
    ),
  ),
  noRate: problem(409, (d: { period: string; missing: string }) =>
    t(
      `${d.period} 年的记账利率算不出，缺${d.missing}。请先按文件登记这一年的参数。`,
      `The rate of ${d.period} cannot be computed: ${d.missing} missing. Enter the parameters of the year first.`,
    ),
  ),
  cancelled: problem(409, () =>
    t(
      '已经记过账，不能撤销。有错请逐张冲红。',
      'It has been posted and cannot be cancelled. Reverse the vouchers.',
    ),
  ),
  shares: problem(422, (d: { sum: string }) =>
    t(
      `各继承人的份额合计是 ${d.sum}，应当正好是 1。请调整份额。`,
      `The shares add up to ${d.sum}, not to 1. Adjust them.`,
    ),
  ),
})

defineConstraints({
  run_line_once: () => runProblems.once({ label: { zh: '这一项', en: 'This' }, period: '本期' }),
  run_two_persons: () => runProblems.samePerson({ name: '本人' }),
})

export type RunState = 'proposing' | 'proposed' | 'approved' | 'posting' | 'sealed' | 'cancelled'

export const runStates: Record<RunState, Text> = {
  proposing: t('正在测算', 'being computed'),
  proposed: t('待审批', 'to be approved'),
  approved: t('已审批', 'approved'),
  posting: t('正在记账', 'being posted'),
  sealed: t('已记账', 'posted'),
  cancelled: t('已撤销', 'cancelled'),
}
