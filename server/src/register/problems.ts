/** What can stop an entry in a register, said with place, fact and remedy. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

/** One wrong value of a form or a cell. */
export type ValueIssue = { field: string; label: Text; text: Text }

/** One field that differs between what the editor saw and what stands there now. */
export type FieldConflict = {
  field: string
  label: Text
  /** What the editor had opened, what stands there now, what the editor wants; null = unknown, absent = not shown. */
  before: unknown
  now: unknown
  yours: unknown
  by: number
  byName: string
  at: string
  masked?: true
}

export type Span = { id: number; from: string; to: string | null }

export const registerProblems = defineProblems('register', {
  tooManyToKeep: problem(422, (d: { most: number }) =>
    t(
      `要导出的超过 ${d.most} 行，不能存成附件。请用“下载”直接取走，或加条件分批导出。`,
      `More than ${d.most} rows are not kept as a file. Download them, or export them in parts by a condition.`,
    ),
  ),
  noRegister: problem(404, (d: { register: string }) =>
    t(
      `没有“${d.register}”这个名册。请从名册目录里选。`,
      `There is no register "${d.register}". Choose one from the list.`,
    ),
  ),
  notFound: problem(404, () =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  values: problem(422, (d: { issues: readonly ValueIssue[] }) =>
    t(
      d.issues.map((issue) => `${issue.label.zh}：${issue.text.zh}`).join(''),
      d.issues.map((issue) => `${issue.label.en}: ${issue.text.en}`).join(' '),
    ),
  ),
  conflict: problem(409, (d: { version: number; fields: readonly FieldConflict[] }) =>
    t(
      `您打开之后，别人改过${d.fields.map((f) => `“${f.label.zh}”`).join('、') || '这条记录'}。请看两份不同再存。`,
      `Since you opened it, ${d.fields.map((f) => f.label.en).join(', ') || 'the record'} was changed by somebody else. Compare, then save again.`,
    ),
  ),
  duplicate: problem(409, (d: { label: Text; value: string; other: { id: number; title: string } | null }) =>
    t(
      d.other
        ? `${d.label.zh}“${d.value}”已登记为 ${d.other.title}。请打开那一条，不要再登记。`
        : `${d.label.zh}“${d.value}”已在别处登记，不在您的管辖范围。请报上级核对。`,
      d.other
        ? `${d.label.en} "${d.value}" is already registered as ${d.other.title}. Open that record instead.`
        : `${d.label.en} "${d.value}" is registered outside your area. Ask the level above to check.`,
    ),
  ),
  overlap: problem(409, (d: { mine: Span; other: Span }) =>
    t(
      `${spanZh(d.mine)} 与已有的 ${spanZh(d.other)} 重叠。请先改那一段的止日，或改这一段的起日。`,
      `${spanEn(d.mine)} overlaps the existing ${spanEn(d.other)}. Change the end of that one or the beginning of this one.`,
    ),
  ),
  spanReversed: problem(422, (d: { from: string; to: string }) =>
    t(
      `止日 ${d.to} 不在起日 ${d.from} 之后。止日是不再算的第一天，请核对。`,
      `The end ${d.to} is not after the beginning ${d.from}. The end is the first day that no longer counts.`,
    ),
  ),
  areaOutside: problem(403, (d: { area: string; scope: string }) =>
    t(
      `${d.area} 不在您的管辖范围（${d.scope}）。请填本辖区的村组，或由上级登记。`,
      `${d.area} is outside your area (${d.scope}). Choose one of your own, or let the level above enter it.`,
    ),
  ),
  noArea: problem(422, (d: { area: string }) =>
    t(
      `区划里没有 ${d.area} 这个地方。请先在“乡镇和村组”里登记。`,
      `There is no area ${d.area}. Enter it in the register of areas first.`,
    ),
  ),
  referenceMissing: problem(422, (d: { label: Text; id: number }) =>
    t(
      `${d.label.zh}：没有编号 ${d.id} 的记录，或不在您的管辖范围。请从名册里选。`,
      `${d.label.en}: there is no record ${d.id}, or it is outside your area. Choose it from the register.`,
    ),
  ),
  masked: problem(403, (d: { label: Text }) =>
    t(
      `“${d.label.zh}”按您的权限不显示，不能用来筛选、排序、查找，也不能改。`,
      `"${d.label.en}" is hidden from your role, so it cannot be used to filter, sort or search, nor be changed.`,
    ),
  ),
  filter: problem(400, (d: { field: string; op: string }) =>
    t(
      `“${d.field}”不能按“${d.op}”筛选。请去掉这个条件。`,
      `"${d.field}" cannot be filtered by "${d.op}". Remove this condition.`,
    ),
  ),
  otherNotSeen: problem(403, (d: { label: Text }) =>
    t(
      `有一个条件要看“${d.label.zh}”，您的身份不能看那本名册。请去掉这个条件。`,
      `One condition asks "${d.label.en}", which is not open to your role. Remove this condition.`,
    ),
  ),
  searchInPast: problem(400, () =>
    t(
      '查找只在现在的名册里做。看以前的名册时，请清空查找框，改用条件。',
      'The search looks at the register as it stands. Clear it, and use conditions, to see the register as it was.',
    ),
  ),
  cursor: problem(400, () =>
    t('翻页位置看不懂。请回到第一页。', 'The page position cannot be read. Go back to the first page.'),
  ),
  inUse: problem(409, (d: { label: Text; count: number }) =>
    t(
      `“${d.label.zh}”里还有 ${d.count} 条记录归它。请先移走那些记录，再删除。`,
      `${d.count} records of "${d.label.en}" belong to it. Move them first.`,
    ),
  ),
  reasonNeeded: problem(422, () =>
    t('请写明理由再办，理由会记入日志。', 'Give a reason first; it is written to the log.'),
  ),
  search: problem(400, () =>
    t(
      '请至少写一个字，或证件号末 4 位。',
      'Write at least one character, or the last 4 of an identity number.',
    ),
  ),
})

function spanZh({ from, to }: Span): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`
}

function spanEn({ from, to }: Span): string {
  return to === null ? `from ${from}` : `${from} to ${to}`
}
