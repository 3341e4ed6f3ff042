/** What the public pages say, in both languages (interface, 4.10). Data itself stays Chinese. */
import type { Day, Locale } from '#kernel'
import { t } from '#kernel'
import { dayText, fullDayText } from '../day-text.ts'

export const words = {
  open: t('政务公开', ' public notices'),
  big: t('大字', 'Larger'),
  usual: t('常规', 'Usual size'),
  other: t('English', '中文'),
  lastDay: t('今天是最后一天', 'Today is the last day'),
  find: t('找一找您的名字', 'Look for your name'),
  search: t('查找', 'Find'),
  nameField: t('姓名', 'Name'),
  list: t('名单', 'List'),
  row: t('序号', 'No.'),
  name: t('姓名', 'Name'),
  group: t('组', 'Group'),
  category: t('类别', 'Category'),
  amount: t('金额（元）', 'Yuan'),
  categories: t('类别是怎么定的', 'How the category is found'),
  disagree: t('有不同意见', 'If you disagree'),
  object: t('提异议', 'Object'),
  call: t('打电话', 'Telephone'),
  asking: t('看看我能领什么', 'What am I entitled to?'),
  privacy: t(
    '本页不显示证件号、电话、银行卡、健康情况。公示结束当天，名单从网上撤下。',
    'No identity numbers, telephones, cards or health are shown. The list is taken down on the day the notice ends.',
  ),
  back: t('回到公示', 'Back to the notice'),
  whom: t('对名单里哪一位', 'About whom on the list'),
  optional: t('可以不填', 'may be left empty'),
  what: t('什么情况', 'What is the case'),
  yourName: t('您的姓名', 'Your name'),
  yourPhone: t('您的电话', 'Your telephone'),
  anonymous: t('不写姓名也受理', 'accepted without a name'),
  phoneWhy: t('留了电话，答复时告诉您', 'to tell you the answer'),
  send: t('提交异议', 'Send'),
  holdsOne: t(
    '有异议的只暂缓本人，其余的人作为第一批继续办。',
    'Only the person objected to is held; the others go on as the first batch.',
  ),
  received: t('收到了', 'Received'),
  ended: t('公示已结束', 'The notice has ended'),
  withdrawn: t('公示已撤回', 'The notice was withdrawn'),
  notFound: t('没有这份公示', 'No such notice'),
} as const

/** Sentences with figures; the day is named without its year, since a notice is never older than some weeks. */
export const phrases = {
  daysLeft: (n: number) => t(`还有 ${n} 天`, `${n} days left`),
  until: (on: Day) => t(`公示到 ${dayText(on).zh} 24 时`, `until 24:00 on ${on}`),
  hits: (n: number) => t(`找到 ${n} 人`, `${n} found`),
  none: (q: string) =>
    t(
      `名单里没有“${q}”。您认为应当有，可以提异议。`,
      `"${q}" is not on the list. If you think it should be, you can object.`,
    ),
  all: (n: number) => t(`看全部 ${n} 人`, `See all ${n}`),
  people: (n: number) => t(`，${n} 人`, `, ${n}`),
  page: (at: number, of: number) => t(`第 ${at} 页，共 ${of} 页`, `page ${at} of ${of}`),
  how: (days: number, working: boolean) =>
    t(
      `不用登录，可以不写姓名。留电话的，${dayCount(days, working).zh}内答复您。`,
      `No log-in, no name needed. If you leave a telephone you are answered within ${dayCount(days, working).en}.`,
    ),
  number: (serial: number) =>
    t(`编号 Y-${String(serial).padStart(4, '0')}`, `number Y-${String(serial).padStart(4, '0')}`),
  answerBy: (on: Day) => t(`${dayText(on).zh}前答复。`, `answered by ${on}.`),
  answerWithin: (days: number) =>
    t(`${dayCount(days, true).zh}内答复。`, `answered within ${dayCount(days, true).en}.`),
  endedOn: (on: Day) =>
    t(`公示已于 ${dayText(on).zh}结束，名单已撤下。`, `The notice ended on ${on}; the list is down.`),
  withdrawnOn: (on: Day) =>
    t(
      `公示已于 ${dayText(on).zh}撤回，名单已撤下。重新公示会另发通知。`,
      `The notice was withdrawn on ${on}; the list is down. A new one will be announced.`,
    ),
  date: (on: Day) => fullDayText(on),
}

function dayCount(days: number, working: boolean) {
  return working ? t(`${days} 个工作日`, `${days} working days`) : t(`${days} 天`, `${days} days`)
}

/** The result line of an ended notice: 结果：150 人，无变动。 */
export function resultText(count: number, result: { approved?: number; removed?: number; waiting?: number }) {
  const { approved = 0, removed = 0, waiting = 0 } = result
  if (approved === 0 && removed === 0) return t('结果还没有确认。', 'The result is not confirmed yet.')
  if (removed === 0 && waiting === 0)
    return t(`结果：${count} 人，无变动。`, `Result: ${count} persons, no change.`)
  const zh = [
    `确认 ${approved} 人`,
    removed > 0 && `移出 ${removed} 人`,
    waiting > 0 && `还在核实 ${waiting} 人`,
  ]
  const en = [
    `${approved} confirmed`,
    removed > 0 && `${removed} taken off`,
    waiting > 0 && `${waiting} still looked into`,
  ]
  return t(`结果：${zh.filter(Boolean).join('，')}。`, `Result: ${en.filter(Boolean).join(', ')}.`)
}

export function localeOf(query: { lang?: unknown }): Locale {
  return query.lang === 'en' ? 'en' : 'zh'
}
