/** What stops a merger of places. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'

export const mergerProblems = defineProblems('area', {
  refused: problem(422, (d: { issues: readonly { field: string; text: Text }[] }) =>
    t(d.issues.map(({ text }) => text.zh).join(''), d.issues.map(({ text }) => text.en).join(' ')),
  ),
  moving: problem(409, () =>
    t(
      '上一次合并还在移动记录。请等它办完再办下一次。',
      'The last merger is still moving records. Wait until it is done.',
    ),
  ),
  over: problem(409, (d: { name: string }) =>
    t(`并成${d.name}的记录已全部移完，不用再移。`, `All records of ${d.name} have been moved already.`),
  ),
  others: problem(403, (d: { name: string }) =>
    t(`这次合并由${d.name}开始，请由${d.name}接着办。`, `${d.name} began this merger and goes on with it.`),
  ),
  ended: problem(422, (d: { area: string; name: string; on: string; successor: string }) =>
    t(
      `${d.name}（${d.area}）已在 ${d.on} 并入 ${d.successor}。请填现在的村组。`,
      `${d.name} (${d.area}) became ${d.successor} on ${d.on}. Choose the present place.`,
    ),
  ),
})
