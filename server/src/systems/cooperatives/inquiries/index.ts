/** What a cooperative may ask without log-in. */
import { t } from '#kernel'
import type { PublicInquiry } from '#policy'
import { asked, asToday, defineInquiry } from '#policy'
import { demonstrationStep } from '../policies/demonstration-step.ts'
import { standard } from '../policies/standard.ts'

const office = t('县农业农村局合作社窗口', 'the cooperatives window of the county')
const licence = t('营业执照、章程', 'The licence and the charter')
const askOffice = t('问乡镇合作社辅导员。', 'Ask the instructor of cooperatives in the township.')

const demonstration = defineInquiry({
  policy: demonstrationStep,
  title: t('申报示范社', 'Applying as a demonstration cooperative'),
  intro: t('看您的合作社现在能申报哪一级。', 'Which level your cooperative may apply for.'),
  facts: {
    held: asked({
      id: 'levelHeld',
      ask: t('您的合作社现在是哪一级示范社？', 'Which level does your cooperative hold now?'),
      help: t('看认定文件或牌匾，填最高的一级。', 'The highest on its documents.'),
      options: { none: t('还不是示范社', 'none yet') },
      unsure: t('认定级别请窗口查示范社名录。', 'The window looks it up in the list.'),
    }),
    applied: asked({
      id: 'levelApplied',
      ask: t('这次想申报哪一级？', 'Which level do you want to apply for?'),
      options: { none: t('这次不申报', 'none this time') },
      unsure: askOffice,
    }),
    appliedOn: asToday(),
  },
  decides: { result: 'admissible' },
  shows: ['answer'],
  office,
  papers: [licence, t('上一级认定文件', 'The document of the level held')],
})

const has = (id: string, zh: string, en: string) => asked({ id, ask: t(zh, en), unsure: askOffice })

const inOrder = defineInquiry({
  policy: standard,
  title: t('三会一章规范合作社', 'Cooperative with the three meetings and the charter'),
  intro: t(
    '看您的合作社三会一章齐不齐、有没有照着做。',
    'Whether the meetings and the charter exist and are kept.',
  ),
  facts: {
    charter: has('coopCharter', '您的合作社有章程吗？', 'Does your cooperative have a charter?'),
    membersMeeting: has(
      'coopMeeting',
      '设了成员大会或成员代表大会吗？',
      "Is there a members' or delegates' meeting?",
    ),
    council: has('coopCouncil', '设了理事会吗？', 'Is there a council?'),
    supervisors: has('coopSupervisors', '设了监事会吗？', 'Is there a supervisory board?'),
    minutes: has('coopMinutes', '今年有几份会议记录？', 'How many minutes of meetings are there this year?'),
    countedOn: asToday(),
  },
  decides: { result: 'standard' },
  shows: ['allFour', 'practised'],
  office,
  papers: [licence, t('今年的会议记录', 'Minutes of this year')],
})

export const cooperativesInquiries: readonly PublicInquiry[] = [demonstration, inOrder]
