/** What the policy room refuses. */
import { defineProblems, problem, type Text, t } from '#kernel'

export const policyProblems = defineProblems('policy', {
  absent: problem(404, (d: { policy: string }) =>
    t(
      `没有“${d.policy}”这项政策。请从政策目录里选；命令行用 xiangce policies 列出。`,
      `There is no policy "${d.policy}". Choose one of the list of policies; xiangce policies prints it.`,
    ),
  ),
  parameterForm: problem(422, (d: { key: string; given: string }) =>
    t(
      `参数“${d.key}”的值 ${d.given} 写法不对。请按参数表的格式填。`,
      `The value ${d.given} of the parameter "${d.key}" is not in its form. Fill it in as the table of parameters shows.`,
    ),
  ),
  noParameter: problem(422, (d: { key: string; known: readonly string[] }) =>
    t(
      `这项政策没有“${d.key}”这个参数。${d.known.length > 0 ? `可以写的有：${d.known.join('、')}。` : '它没有参数可改。'}`,
      `The policy has no parameter "${d.key}". ${d.known.length > 0 ? `There are: ${d.known.join(', ')}.` : 'It has none.'}`,
    ),
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
  setForm: problem(422, (d: { given: string }) =>
    t(
      `“${d.given}”看不懂。请写 --set 参数=值，例如 --set standard=250.00。`,
      `"${d.given}" cannot be read. Write --set parameter=value, such as --set standard=250.00.`,
    ),
  ),
  notSimulated: problem(422, (d: { policy: string }) =>
    t(
      `“${d.policy}”的事实不在名册里，不能按全县试算。请在政策页上逐个试算。`,
      `The facts of "${d.policy}" are in no register, so it cannot be tried over the county. Try it on its own page.`,
    ),
  ),
  notMonthly: problem(422, (d: { policy: string }) =>
    t(
      `“${d.policy}”不是按月办的，或要看另一项按月办的待遇，不能推到以后各年。`,
      `"${d.policy}" is not decided by the month, or rests on another benefit that is; it cannot be carried into the years ahead.`,
    ),
  ),
  noResult: problem(422, (d: { policy: string; result: string }) =>
    t(
      `“${d.policy}”没有可以合计的结果“${d.result}”。请另选一项结果。`,
      `"${d.policy}" has no result "${d.result}" that can be counted. Choose another.`,
    ),
  ),
  inFuture: problem(422, (d: { known: string }) =>
    t(
      `${d.known} 还没有到，不能按那时的名册试算。`,
      `${d.known} is yet to come, so nothing is known as of then.`,
    ),
  ),
  planEmpty: problem(422, () =>
    t('方案里没有改动任何参数。请先改一项参数。', 'The plan changes no parameter. Change one first.'),
  ),
  planAbsent: problem(404, () =>
    t('没有这个方案，或不在您的管辖范围。', 'There is no such plan, or it is outside your area.'),
  ),
  planSent: problem(409, () =>
    t('这个方案已经送出或办过，不能再改。', 'This plan has been sent or decided and cannot be changed.'),
  ),
  planNotSent: problem(409, () =>
    t(
      '这个方案还没有送出。请起草人先送出。',
      'This plan has not been sent. Its author has to send it first.',
    ),
  ),
  planIncomplete: problem(422, () =>
    t(
      '方案还缺施行日期、依据或理由。补上再送。',
      'The plan lacks the day from which it holds, its document or its reason. Add them before it is sent.',
    ),
  ),
  planStale: problem(409, () =>
    t(
      '试算以后现行的规则或参数变了，影响要重算。请起草人重新试算。',
      'The rule or its values changed since the trial, so its effect is another. Its author has to try it again.',
    ),
  ),
  examplesFail: problem(409, (d: { examples: readonly Text[] }) =>
    t(
      `例子按新值算出来与写明的不同：${d.examples.map(({ zh }) => zh).join('；')}。日期在施行日期以前的不应当变，请改值或日期；以后的请写明按文件应得多少。`,
      `Examples come out otherwise than stated: ${d.examples.map(({ en }) => en).join('; ')}. Those dated before the value holds must not change: mend the value or its day; of later ones state what the document gives.`,
    ),
  ),
  exampleEmpty: problem(422, () =>
    t('例子没有写明应得什么。请写上结果。', 'An example states nothing that must come out. State a result.'),
  ),
  noSubjects: problem(500, () =>
    t('取数的名册不能列出全部对象。', 'The source of facts cannot list its subjects.'),
  ),
  noCountyRecord: problem(404, () =>
    t(
      '这次认定的记录已不在您的管辖范围。请重新开始认定。',
      'The record of this decision of a county is outside your area. Start it again.',
    ),
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
