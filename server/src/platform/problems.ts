/** What can go wrong on the ground floor, in words with a remedy. */
import { defineProblems, problem, t } from '#kernel'

export const platformProblems = defineProblems('platform', {
  notSignedIn: problem(401, () =>
    t(
      '还没有登录，或登录已过期。请登录后再办。',
      'You are not signed in, or the sign-in has expired. Please sign in.',
    ),
  ),
  notAllowed: problem(403, (d: { verb: string; text: { zh: string; en: string } }) =>
    t(
      `您现在的身份不能办“${d.text.zh}”。需要办理时，请找安全管理员授权。`,
      `Your present role may not do "${d.text.en}". Ask the security administrator if you need it.`,
    ),
  ),
  notFound: problem(404, () =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  outOfScope: problem(403, (_: { table: string }) =>
    t(
      '这条记录不在您的管辖范围，或不归您的身份登记，没有存。请换到对应的身份再办。',
      'The record is outside your area or your role, and was not saved. Switch to the right role.',
    ),
  ),
  form: problem(400, (_: { issues: readonly { path: string; message: string }[] }) =>
    t(
      '填写的内容有几处不合要求，没有存。请照标出的地方改。',
      'Some of what was entered does not fit, and nothing was saved. Correct the marked places.',
    ),
  ),
  busy: problem(409, () =>
    t(
      '同一处正有别人在办，这一步没有做。请再办一次。',
      'Someone else is working on the same record; nothing was done. Please try again.',
    ),
  ),
  duplicate: problem(409, (d: { constraint: string; detail: string }) =>
    t(
      `已经有同样的记录（${d.constraint}），没有重复存。请查看已有的那一条。`,
      `The same record exists already (${d.constraint}) and was not saved again. Look at the existing one.`,
    ),
  ),
  referenced: problem(409, (d: { constraint: string; detail: string }) =>
    t(
      `别的记录正用着它，或所指的记录不存在（${d.constraint}），没有存。请先处理那一条。`,
      `Another record needs it, or what it points to does not exist (${d.constraint}). Deal with that one first.`,
    ),
  ),
  refused: problem(422, (d: { constraint: string; message: string }) =>
    t(
      `内容不合登记规则（${d.constraint}），没有存。请核对后再存。`,
      `What was entered breaks a rule of the register (${d.constraint}) and was not saved. Check it and save again.`,
    ),
  ),
  writtenOnce: problem(409, (_: { table: string }) =>
    t(
      '这是存档的记录，写下后不能改、不能删。有错请另记一条更正。',
      'This record is kept as written; it cannot be changed or removed. Enter a correction instead.',
    ),
  ),
  wholeCounty: problem(403, () =>
    t(
      '核对日志链要能看到全县的日志。请换到全县的审计身份再核对。',
      'Proving the log needs the whole county in view. Switch to an audit role over the county.',
    ),
  ),
  usage: problem(400, (d: { what: string }) =>
    t(`命令还缺 ${d.what}。用 xiangce help 看写法。`, `The command lacks ${d.what}. See: xiangce help`),
  ),
  keyReused: problem(422, (_: { key: string }) =>
    t(
      '这次提交与先前同一编号的提交内容不同，没有办。请刷新页面后再办。',
      'This submission differs from an earlier one with the same key; nothing was done. Reload the page and try again.',
    ),
  ),
  holidayDay: problem(422, (d: { days: readonly string[] }) =>
    t(
      `${d.days.join('、')} 不对：调休上班日要是周六、周日，各日都要在本年内。请对照通知改。`,
      `${d.days.join(', ')}: a make-up day is a Saturday or Sunday, all days within the year. Compare with the notice.`,
    ),
  ),
  internal: problem(500, (d: { incident: string }) =>
    t(
      `系统内部出错，这一步没有做。请把编号 ${d.incident} 告诉系统管理员。`,
      `Something went wrong inside the system and nothing was done. Tell the administrator the number ${d.incident}.`,
    ),
  ),
})
