/** What can stop an event or its taking back, said with place, fact and remedy. */
import type { Day, Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'
import type { EventIssue } from './define.ts'

export const eventProblems = defineProblems('event', {
  none: problem(404, (d: { event: string }) =>
    t(`没有“${d.event}”这件事。请刷新页面再办。`, `There is no event "${d.event}". Reload the page.`),
  ),
  refused: problem(422, (d: { issues: readonly EventIssue[] }) =>
    t(d.issues.map(({ text }) => text.zh).join(''), d.issues.map(({ text }) => text.en).join(' ')),
  ),
  rights: problem(403, (d: { label: Text }) =>
    t(
      `这件事还要改“${d.label.zh}”，您的身份不能改。请由有权的人办。`,
      `This also changes "${d.label.en}", which your role may not change. Let somebody do it who may.`,
    ),
  ),
  otherNow: problem(409, () =>
    t(
      '您看过之后，名册又变了。请再看一遍要变的内容，再记。',
      'The registers changed after you looked. Look again at what will change, then enter it.',
    ),
  ),
  undone: problem(409, (d: { label: Text; on: Day }) =>
    t(
      `${d.on} 的“${d.label.zh}”已经撤销，不用再撤。`,
      `"${d.label.en}" of ${d.on} has been taken back already.`,
    ),
  ),
  later: problem(409, (d: { label: Text; on: Day; title: string }) =>
    t(
      `${d.title} 之后又办了 ${d.on} 的“${d.label.zh}”。请先撤销那一件。`,
      `"${d.label.en}" of ${d.on} came later for ${d.title}. Take that back first.`,
    ),
  ),
  changed: problem(409, (d: { title: string; field: Text }) =>
    t(
      `${d.title} 的“${d.field.zh}”后来又改过，撤销会丢掉那次更正。请先核对这一栏。`,
      `"${d.field.en}" of ${d.title} was changed since; taking the event back would lose that. Check the field first.`,
    ),
  ),
  rests: problem(409, (d: { decisions: number; vouchers: number }) =>
    t(
      `记下之后，已按它作出 ${d.decisions} 个决定、记了 ${d.vouchers} 张凭证，不能撤销。记错了的，请更正事实，待遇会重新核算。`,
      `${d.decisions} decisions and ${d.vouchers} vouchers were made since it was entered, so it stays. Correct the facts instead; entitlements are computed anew.`,
    ),
  ),
})
