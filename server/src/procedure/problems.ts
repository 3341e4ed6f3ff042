/** What stops a case, said as an office says it: place, fact, remedy. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'
import type { FormProblem } from './form.ts'

export const procedureProblems = defineProblems('procedure', {
  declaration: problem(500, (d: { procedure: string; faults: string[] }) =>
    t(
      `事项“${d.procedure}”的声明有 ${d.faults.length} 处不对：${d.faults.join('；')}。`,
      `The procedure "${d.procedure}" is declared with ${d.faults.length} fault(s): ${d.faults.join('; ')}.`,
    ),
  ),
  unknownProcedure: problem(404, (d: { procedure: string }) =>
    t(`没有“${d.procedure}”这个事项。`, `There is no procedure "${d.procedure}".`),
  ),
  unknownAction: problem(422, (d: { action: string }) =>
    t(
      `这个事项没有“${d.action}”这一步。请刷新页面。`,
      `This procedure has no step "${d.action}". Reload the page.`,
    ),
  ),
  noCase: problem(404, (_: { caseId: number }) =>
    t('没有这件案件，或不在您的管辖范围。', 'There is no such case, or it is outside your area.'),
  ),
  cannotAct: problem(409, (d: { action: Text; reasons: Text[] }) =>
    t(
      `现在不能${d.action.zh}：${d.reasons.map((x) => x.zh).join(' ')}`,
      `"${d.action.en}" is not possible now: ${d.reasons.map((x) => x.en).join(' ')}`,
    ),
  ),
  notYours: problem(403, (d: { action: Text; reasons: Text[] }) =>
    t(d.reasons.map((x) => x.zh).join(' '), d.reasons.map((x) => x.en).join(' ')),
  ),
  moved: problem(409, (d: { by: string; at: string; did: Text; version: number }) =>
    t(
      `${d.by} ${d.at} ${d.did.zh}过此案，案件已经往前走了。请看最新情况再办。`,
      `${d.by} did "${d.did.en}" in this case at ${d.at}; the case has moved on. Look at it again before you act.`,
    ),
  ),
  form: problem(422, (d: { issues: FormProblem[] }) =>
    t(d.issues.map((x) => x.text.zh).join(' '), d.issues.map((x) => x.text.en).join(' ')),
  ),
  items: problem(422, (d: { action: Text; reasons: Text[] }) =>
    t(
      `选的人里有 ${d.reasons.length} 人不能${d.action.zh}：${d.reasons.map((x) => x.zh).join(' ')}`,
      `${d.reasons.length} of the chosen persons cannot be taken into "${d.action.en}": ${d.reasons.map((x) => x.en).join(' ')}`,
    ),
  ),
  noItems: problem(422, (d: { action: Text }) =>
    t(
      `没有选人。请先选要${d.action.zh}的人。`,
      `Nobody is chosen. Choose whom to take into "${d.action.en}".`,
    ),
  ),
  emptyList: problem(422, (d: { subject: string }) =>
    t(
      `“${d.subject}”还没有登记一个人，不能立案。请先把名单导入名册。`,
      `"${d.subject}" has no person on its list yet, so no case can be opened. Import the list first.`,
    ),
  ),
  alreadyOpen: problem(409, (d: { number: string; subject: string }) =>
    t(
      `“${d.subject}”已有案件 ${d.number} 在办。请在那一件里办。`,
      `"${d.subject}" already has the open case ${d.number}. Carry on there.`,
    ),
  ),
  noSubject: problem(404, (_: { register: string; id: number }) =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  undeclared: problem(422, (d: { action: Text }) =>
    t(
      `${d.action.zh}之前，请先申报您与名单中的人有没有近亲属关系。`,
      `Before "${d.action.en}", please declare whether you are a near relative of anybody on the list.`,
    ),
  ),
  notUndoable: problem(409, () =>
    t(
      '这一步不能撤回：已经有别人接着办了，或者已经公开、记账、答复。要改请用退回。',
      'This cannot be taken back: somebody has gone on, or it is public, posted or answered. Give the case back instead.',
    ),
  ),
  noObjection: problem(404, (_: { objection: number }) =>
    t('没有这件异议，或者已经答复过了。', 'There is no such objection, or it has been answered.'),
  ),
  noNotice: problem(404, (_: { notice: string }) =>
    t(
      '没有这份公示。请核对网址，或看村公开栏上的二维码。',
      'There is no such notice. Check the address, or use the code on the village board.',
    ),
  ),
  noticeOver: problem(409, (d: { until: string }) =>
    t(
      `公示已于 ${d.until} 结束，不再收异议。您可以到经办窗口反映。`,
      `The notice ended on ${d.until} and takes no more objections. You can still speak at the office counter.`,
    ),
  ),
  objectionEmpty: problem(422, () =>
    t(
      '还没有写不同意见。请写清楚哪一位、什么情况。',
      'The objection is empty. Please write who it is about and what is the case.',
    ),
  ),
  objectionLong: problem(422, (d: { length: number; longest: number }) =>
    t(
      `最多写 ${d.longest} 字，现在 ${d.length} 字。请写短一些，或到窗口当面提。`,
      `At most ${d.longest} characters, there are ${d.length}. Write less, or come to the counter.`,
    ),
  ),
  tooMany: problem(429, () =>
    t(
      '刚才从这里提的异议已经很多。请过一小时再提，或打电话。',
      'Many objections have just come from here. Please try again in an hour, or telephone.',
    ),
  ),
})
