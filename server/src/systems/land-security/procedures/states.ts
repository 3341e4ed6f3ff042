/** Where a case of protection stands, and each person of it. In the order of the path. */
import { t } from '#kernel'
import type { Action, ItemStateSpec, StateSpec } from '#procedure'

export const states = {
  draft: { label: t('拟名单', 'Draft list'), step: t('村集体报名单', 'Village list') },
  listed: { label: t('名单已报', 'Listed'), step: t('成员会议', 'Meeting') },
  discussed: { label: t('会议已通过', 'Passed by the meeting'), step: t('乡镇核准', 'Township check') },
  checked: { label: t('乡镇已核准', 'Checked'), step: t('人社局审定', 'County decision') },
  decided: { label: t('已审定', 'Decided'), step: t('发布公示', 'Posting') },
  noticed: { label: t('公示中', 'On notice'), step: t('公示、确认', 'Notice') },
  approved: { label: t('公示结果已确认', 'Confirmed'), step: t('资金到账', 'Funds') },
  funded: { label: t('资金已到账', 'Funded'), step: t('开户', 'Accounts') },
  done: { label: t('已办结', 'Done'), final: true },
  closed: { label: t('已终止', 'Closed'), final: true },
} as const satisfies Record<string, StateSpec>

export const itemStates = {
  draft: { label: t('待报', 'Draft'), mark: 'todo' },
  listed: { label: t('已报名单', 'Listed'), mark: 'doing' },
  discussed: { label: t('会议已通过', 'Passed'), mark: 'doing' },
  checked: { label: t('乡镇已核准', 'Checked'), mark: 'doing' },
  decided: { label: t('已审定', 'Decided'), mark: 'doing' },
  noticed: { label: t('公示中', 'On notice'), mark: 'doing' },
  returned: { label: t('退回核实', 'Returned'), mark: 'returned' },
  approved: { label: t('已确认', 'Confirmed'), mark: 'done' },
  funded: { label: t('资金已到账', 'Funded'), mark: 'done' },
  opened: { label: t('已开户', 'Account open'), mark: 'done', final: true },
  settled: { label: t('已发安置补助费', 'Subsidy paid'), mark: 'done', final: true },
  refused: { label: t('不予认定', 'Refused'), mark: 'refused', final: true },
  removed: { label: t('移出名单', 'Removed'), mark: 'refused', final: true },
} as const satisfies Record<string, ItemStateSpec>

/** One act of this procedure: a misspelt state does not compile. */
export type Steps = Record<string, Action<keyof typeof states, keyof typeof itemStates>>
