/** What stops a log-in or the administration of users. */
import type { Text } from '#kernel'
import { defineProblems, problem, t } from '#kernel'
import { defineConstraints } from '../constraints.ts'

export const accountProblems = defineProblems('account', {
  wrong: problem(401, (d: { left: number | null }) =>
    t(
      `用户名或密码不对。${d.left === null ? '' : `再输错 ${d.left} 次，账号将锁定。`}忘记密码请找系统管理员重设。`,
      `The user name or the password is wrong.${d.left === null ? '' : ` After ${d.left} more the account is locked.`} If you forgot it, ask the system administrator.`,
    ),
  ),
  locked: problem(423, (d: { until: string; minutes: number }) =>
    t(
      `密码输错次数过多，账号已锁定，约 ${d.minutes} 分钟后可再登录。急用请找系统管理员。`,
      `Too many wrong passwords: the account is locked for about ${d.minutes} more minutes. If urgent, ask the system administrator.`,
    ),
  ),
  off: problem(403, () =>
    t(
      '这个账号已停用。需要时请找系统管理员。',
      'This account is switched off. Ask the system administrator if you need it.',
    ),
  ),
  noHat: problem(403, () =>
    t(
      '这个账号还没有身份，不能办事。请找安全管理员授权。',
      'This account has no role yet. Ask the security administrator.',
    ),
  ),
  tooMany: problem(429, (d: { seconds: number }) =>
    t(
      `登录太频繁。请过 ${d.seconds} 秒再试。`,
      `Too many sign-ins. Please try again in ${d.seconds} seconds.`,
    ),
  ),
  changeFirst: problem(403, () =>
    t(
      '第一次登录或密码已到期，请先改密码再办事。',
      'Change your password first: this is the first sign-in or the password has expired.',
    ),
  ),
  passwordShort: problem(422, (d: { length: number }) =>
    t(`密码至少要 ${d.length} 个字符。请再长一些。`, `The password needs at least ${d.length} characters.`),
  ),
  passwordPlain: problem(422, () =>
    t(
      '密码要含大写字母、小写字母、数字、符号中的三种，不能含用户名。请换一个。',
      'The password needs three of: capitals, small letters, digits, signs; and may not contain the user name.',
    ),
  ),
  passwordUsed: problem(422, (d: { count: number }) =>
    t(
      `这个密码近 ${d.count} 次用过。请换一个。`,
      `This is one of your last ${d.count} passwords. Choose another.`,
    ),
  ),
  passwordWrong: problem(422, () =>
    t('现在的密码不对，没有改。请重新输入。', 'The present password is wrong; nothing was changed.'),
  ),
  loginTaken: problem(409, (d: { detail: string }) =>
    t('这个用户名已经有人用了。请换一个。', `This user name is taken (${d.detail}). Choose another.`),
  ),
  unknown: problem(404, () => t('没有这个账号。请核对用户名。', 'There is no such account.')),
  unknownRole: problem(422, (d: { role: string }) =>
    t(`没有“${d.role}”这个身份。请从列表里选。`, `There is no role "${d.role}". Choose one from the list.`),
  ),
  toOneself: problem(403, () =>
    t(
      '不能给自己授权。请由另一位安全管理员办理。',
      'Nobody grants a role to himself. Ask another security administrator.',
    ),
  ),
  mixedHats: problem(409, (d: { has: string; wants: string }) =>
    t(
      `此人已有“${d.has}”身份，不能再授“${d.wants}”：系统、安全、审计管理与业务要分开（三员分立）。请另选一人。`,
      `This person is "${d.has}" already and cannot also be "${d.wants}": the three administrators and business stay apart. Choose someone else.`,
    ),
  ),
  lastHolder: problem(409, (d: { role: Text }) =>
    t(
      `这是最后一位“${d.role.zh}”，走后没有人能办。请先授权另一人。`,
      `This is the last "${d.role.en}"; nobody could act any more. Grant the role to another person first.`,
    ),
  ),
  lastForStep: problem(409, (d: { step: Text }) =>
    t(
      `走后，这里没有人能办“${d.step.zh}”。请先授权另一人。`,
      `Nobody here could do "${d.step.en}" any more. Grant the role to another person first.`,
    ),
  ),
  partyNeeded: problem(422, (d: { role: string }) =>
    t(
      `“${d.role}”是单位外的身份，请写明是哪家单位。`,
      `"${d.role}" is a role of outside users: name the party.`,
    ),
  ),
  notDelegable: problem(422, () =>
    t(
      '只能把自己现有的、非代理的身份委托给别人，期限不超过一年。请核对身份和期限。',
      'Only a present role of your own, itself no deputyship, can be handed to a deputy, for at most a year.',
    ),
  ),
  ruleBounds: problem(422, (d: { key: string; low: number; high: number }) =>
    t(`“${d.key}”只能填 ${d.low} 到 ${d.high}。`, `"${d.key}" must be between ${d.low} and ${d.high}.`),
  ),
})

defineConstraints({
  account_login_once: ({ detail }) => accountProblems.loginTaken({ detail }),
  assignment_not_to_oneself: () => accountProblems.toOneself(),
})
