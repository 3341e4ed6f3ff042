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
  ended: problem(422, (d: { area: string; name: string; on: string; successor: string }) =>
    t(
      `${d.name}（${d.area}）已在 ${d.on} 并入 ${d.successor}。请填现在的村组。`,
      `${d.name} (${d.area}) became ${d.successor} on ${d.on}. Choose the present place.`,
    ),
  ),
})
