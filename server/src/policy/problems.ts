/** What the policy room refuses. */
import { defineProblems, problem, t } from '#kernel'

export const policyProblems = defineProblems('policy', {
  absent: problem(404, (d: { policy: string }) =>
    t(`没有“${d.policy}”这项政策。`, `There is no policy "${d.policy}".`),
  ),
  parameterForm: problem(422, (d: { key: string; given: string }) =>
    t(
      `参数“${d.key}”的值 ${d.given} 写法不对。请按参数表的格式填。`,
      `The value ${d.given} of the parameter "${d.key}" is not in its form. Fill it in as the table of parameters shows.`,
    ),
  ),
  noParameter: problem(422, (d: { key: string }) =>
    t(`这项政策没有“${d.key}”这个参数。`, `The policy has no parameter "${d.key}".`),
  ),
  overlap: problem(500, (d: { policy: string; first: string; second: string }) =>
    t(
      `“${d.policy}”里 ${d.first} 与 ${d.second} 会同时适用而结果不同。请改条件。`,
      `In "${d.policy}" ${d.first} and ${d.second} can apply at once with different results. Change a condition.`,
    ),
  ),
  uncovered: problem(500, (d: { policy: string; gap: string }) =>
    t(
      `“${d.policy}”里有一段没有规定：${d.gap}。请补上，或写明其余怎么办。`,
      `In "${d.policy}" nothing covers ${d.gap}. Add a case, or say what holds otherwise.`,
    ),
  ),
  twice: problem(500, (d: { policy: string }) =>
    t(
      `有两项政策都叫“${d.policy}”。请改其中一个的代号。`,
      `Two policies are called "${d.policy}". Rename one.`,
    ),
  ),
  factsAbsent: problem(422, () =>
    t(
      '没有给事实。请写 --facts <文件>，从标准输入读写 --facts -。',
      'No facts are given. Write --facts <file>, or --facts - to read them from standard input.',
    ),
  ),
  factsFile: problem(422, (d: { file: string; why: string }) =>
    t(
      `“${d.file}”读不出事实：${d.why}。应当是一个 JSON 对象，或由对象组成的数组。`,
      `No facts can be read from "${d.file}": ${d.why}. It must be a JSON object or an array of objects.`,
    ),
  ),
  day: problem(422, (d: { given: string }) =>
    t(`日期“${d.given}”看不懂。请写成 2025-09-15。`, `"${d.given}" is no day. Write it as 2025-09-15.`),
  ),
  noDay: problem(422, (d: { policy: string }) =>
    t(
      `“${d.policy}”要按某一天的参数算，请写明日期。`,
      `"${d.policy}" is computed with the parameters of a day. Name the day.`,
    ),
  ),
  unboundAtAll: problem(422, (d: { policy: string }) =>
    t(
      `“${d.policy}”的事实不在名册里，不能逐人复核。请用 --facts 试算。`,
      `The facts of "${d.policy}" are in no register, so it cannot be compared subject by subject. Assess it with --facts.`,
    ),
  ),
  noSubjects: problem(500, () =>
    t('取数的名册不能列出全部对象。', 'The source of facts cannot list its subjects.'),
  ),
  decisionAbsent: problem(404, () =>
    t('没有这项决定，或不在您的管辖范围。', 'There is no such decision, or it is outside your area.'),
  ),
  binding: problem(500, (d: { policy: string; why: string }) =>
    t(`“${d.policy}”的取数声明不对：${d.why}。`, `The binding of "${d.policy}" does not fit: ${d.why}.`),
  ),
  subjectAbsent: problem(404, () =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  unbound: problem(500, (d: { policy: string; register: string }) =>
    t(`“${d.policy}”没有说明从“${d.register}”怎样取数。`, `"${d.policy}" has no binding to "${d.register}".`),
  ),
  samePerson: problem(409, () =>
    t('这项参数是您提的，要由另一人批准。', 'You proposed this change, so somebody else has to approve it.'),
  ),
  proposalDecided: problem(409, () =>
    t('这项参数已经办过，不用再批。', 'This change has been decided already.'),
  ),
  proposalAbsent: problem(404, () => t('没有这项参数提议。', 'There is no such proposal.')),
})
