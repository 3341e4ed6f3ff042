/** What stops a merger of places. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const mergerProblems = defineProblems('area', {
  refused: problem(422, (d: { issues: readonly { field: string; text: Text }[] }) =>
    t(d.issues.map(({ text }) => text.zh).join(''), d.issues.map(({ text }) => text.en).join(' ')),
  ),
  moving: problem(409, () =>
    t(
      '另一次合并或撤回还在移动记录。请等它办完再办。',
      'Another merger, or its undoing, is still moving records. Wait until it is done.',
    ),
  ),
  over: problem(409, (d: { name: string }) =>
    t(`并成${d.name}的记录已全部移完，不用再移。`, `All records of ${d.name} have been moved already.`),
  ),
  undone: problem(409, (d: { name: string; by: string }) =>
    t(
      `并成${d.name}的合并已由${d.by}撤回，不用再撤。`,
      `The merger into ${d.name} was undone by ${d.by} already.`,
    ),
  ),
  /** An old place was changed by hand since: its row is no longer as the merger left it. */
  changedSince: problem(409, (d: { code: string }) =>
    t(
      `原来的村组 ${d.code} 后来又改过，已不是合并时的样子。请先在“乡镇和村组”里核对它的撤销日期和并入。`,
      `The old place ${d.code} was changed since. Check its last day and its successor in the register of areas first.`,
    ),
  ),
  unclear: problem(409, (d: { count: number; name: string }) =>
    t(
      `${d.name}还有 ${d.count} 条记录分不清属于原来哪个村组。请先把它们改到现在的村组，再接着办。`,
      `${d.count} records in ${d.name} cannot be told apart. Put them into present places first, then go on.`,
    ),
  ),
  others: problem(403, (d: { name: string }) =>
    t(`这件事由${d.name}开始，请由${d.name}接着办。`, `${d.name} began this and goes on with it.`),
  ),
  ended: problem(422, (d: { area: string; name: string; on: string; successor: string }) =>
    t(
      `${d.name}（${d.area}）已在 ${d.on} 并入 ${d.successor}。请填现在的村组。`,
      `${d.name} (${d.area}) became ${d.successor} on ${d.on}. Choose the present place.`,
    ),
  ),
})
