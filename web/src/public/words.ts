// What the page says, in both languages; questions and names come with the data.
import type { Locale, Text } from 'xiangce/kernel'
import { t } from 'xiangce/kernel'

export const words = {
  lead: t(
    '答几个问题，就知道哪些看来可以领、哪些不行、还差什么。',
    'Answer a few questions to see what seems due to you, what does not, and what is still open.',
  ),
  privacy: t(
    '问答都在您的手机里算，不保存、不上传；关上这一页就没有了。',
    'All is computed on your telephone. Nothing is stored or sent; it is gone when you close this page.',
  ),
  colon: t('：', ': '),
  choose: t('您想问哪一项？', 'What do you want to ask about?'),
  yes: t('是', 'Yes'),
  no: t('不是', 'No'),
  unsure: t('不清楚', 'I do not know'),
  next: t('下一问', 'Next'),
  back: t('上一问', 'Back'),
  other: t('换一项问', 'Ask about something else'),
  clear: t('清掉重来', 'Clear and start again'),
  why: t('为什么问', 'Why this is asked'),
  year: t('年', 'Year'),
  month: t('月', 'Month'),
  day: t('日', 'Day'),
  yuan: t('元', 'yuan'),
  months: t('个月', 'months'),
  noDay: t(
    '没有这一天。请照证件再看一遍年、月、日。',
    'There is no such day. Look at the year, month and day again.',
  ),
  enough: t('没有了，就这些', 'No more'),
  far: t('已经有结果的', 'Settled so far'),
  results: t('结果', 'Results'),
  mayYes: t('看来可以', 'Seems due to you'),
  mayOpen: t('还说不准', 'Still open'),
  mayNo: t('看来不行', 'Seems not due'),
  reasons: t('怎么得出来的', 'How this was found'),
  basis: t('依据', 'Basis'),
  lacks: t('还差', 'Still open'),
  lacksAmount: t('金额还要看', 'For the amounts'),
  because: t('理由', 'Reason'),
  countyLacks: t('县里还没有定', 'Not set by the county yet'),
  officeKnows: t('到窗口查', 'To be looked up at the office'),
  office: t('到哪里办', 'Where to go'),
  papers: t('要带什么', 'What to bring'),
  source: t('依据', 'Basis'),
  said: t('您答的', 'What you answered'),
  change: t('改', 'Change'),
  notDecision: t(
    '这不是审批结果，以窗口核定为准。可以带这张单去窗口。',
    'This is no decision; the office decides. You may take this sheet there.',
  ),
  print: t('打印这张单', 'Print this sheet'),
  broken: t('这一页没有装好。请重新打开一次。', 'The page did not load well. Open it again.'),
  larger: t('大字', 'Larger'),
  usual: t('常规', 'Usual size'),
  title: t('我能领什么', 'What am I entitled to?'),
} as const

export const phrases = {
  progress: (at: number, most: number) =>
    t(`第 ${at} 问，最多还有 ${most} 问`, `Question ${at}, at most ${most} more`),
  whole: (group: Text) => t(`${group.zh}：几项一起问`, `${group.en}: ask about all of these`),
  madeOn: (on: Text) => t(`按 ${on.zh}的情况算。`, `As of ${on.en}. `),
  last: (at: number) => t(`第 ${at} 问`, `Question ${at}`),
  example: (example: string) => t(`请填数字，例如 ${example}。`, `Write a number, for example ${example}.`),
}

export type Say = (text: Text) => string

export function speaker(locale: Locale): Say {
  return (text) => text[locale]
}
