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
  notInherited: problem(409, (d: { why: Text }) =>
    t(`继承金额还不能算：${d.why.zh}。`, `What is inherited cannot be computed: ${d.why.en}.`),
  ),
  restDiffers: problem(409, (d: { policy: Fen; book: Fen }) =>
    t(
      `按政策可继承 ${formatYuan(d.policy)} 元，账上余额 ${formatYuan(d.book)} 元，两数不同。请先核对县里定的列支顺序和已发待遇。`,
      `By the policy ${formatYuan(d.policy)} are inherited, the account holds ${formatYuan(d.book)}. Check the order of charging and what was paid.`,
    ),
  ),
  notPersonal: problem(422, () =>
    t(
      '只有个人账户可以办理继承。请从本人的个人账户进来办。',
      'Only an individual account is inherited. Open the account of the person.',
    ),
  ),
  emptyAccount: problem(409, () =>
    t('账户余额是 0，没有可继承的钱。', 'The account is empty; there is nothing to inherit.'),
  ),
  died: problem(422, (d: { record: string; given: string }) =>
    t(
      `人员册登记的去世日期是 ${d.record}，这里填的是 ${d.given}。请先核对，改对其中一处。`,
      `The register says ${d.record}, here it is ${d.given}. Check, and correct one of them.`,
    ),
  ),
  days: problem(422, (d: { diedOn: string; knownOn: string; today: string }) =>
    t(
      `日期的先后不对：去世 ${d.diedOn}，知悉 ${d.knownOn}，今天 ${d.today}。知悉不能早于去世，也不能晚于今天。`,
      `The days are out of order: death ${d.diedOn}, known ${d.knownOn}, today ${d.today}.`,
    ),
  ),
  heirTwice: problem(422, (d: { name: string }) =>
    t(
      `${d.name}列了两次。一人只列一行，份额写在一起。`,
      `${d.name} is listed twice. Give one line with the whole share.`,
    ),
  ),
  heirNumber: problem(422, (d: { name: string; what: Text; why: Text }) =>
    t(`${d.name}的${d.what.zh}：${d.why.zh}`, `${d.what.en} of ${d.name}: ${d.why.en}`),
  ),
  share: problem(422, (d: { given: string }) =>
    t(
      `份额“${d.given}”看不懂。写分数如 1/3，或百分数如 50%。`,
      `The share "${d.given}" cannot be read. Write 1/3 or 50%.`,
    ),
  ),
  toPool: problem(409, () =>
    t(
      '按县里定的办法，没有继承人的余额转入统筹账户，不付给集体经济组织。请不填集体经济组织。',
      'As the county set it, the rest without an heir goes to the pool, not to the collective. Leave the collective out.',
    ),
  ),
  toCollective: problem(409, () =>
    t(
      '按县里定的办法，没有继承人的余额归所在集体经济组织。请填集体经济组织的名称、信用代码和账户。',
      'As the county set it, the rest without an heir goes to the collective. Give its name, credit code and account.',
    ),
  ),
  notYours: problem(409, (d: { name: string }) =>
    t(`这一次由${d.name}提出，只能由本人撤回。`, `Proposed by ${d.name}, who alone can withdraw it.`),
  ),
  tooManyMonths: problem(422, (d: { most: number }) =>
    t(`一次最多看 ${d.most} 个月，请缩短月份范围。`, `At most ${d.most} months at once; shorten the range.`),
  ),
  notClaimed: problem(404, (d: { month: string }) =>
    t(`${d.month} 没有申领，没有可说明的决定。`, `Nothing was claimed for ${d.month}.`),
  ),
  noClaims: problem(404, (d: { label: Text }) =>
    t(`${d.label.zh}不按申领名单办。`, `${d.label.en} takes no claims.`),
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
  recompute_line_open: () => runProblems.once({ label: { zh: '这一项重算', en: 'This' }, period: '本月' }),
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
