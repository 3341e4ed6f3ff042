/** The goals of Changtang village that are shares (CT-01, CT-04 … CT-06, CT-08, CT-09). */
import { t } from '#kernel'
import { shareGoal } from './share-goal.ts'
import { clause } from './sources.ts'

const by = t(
  '已落实数除以应落实数，不低于目标比例才算达标；按精确值判断。',
  'What is done over what there is, at least the target; judged by the exact share.',
)
const poor = t('帮扶的贫困户', 'Assisted poor households')

export const incomeShare = shareGoal({
  id: 'assistance.goal-income',
  rule: 'CT-01',
  label: t('贫困户收入达标面', 'Poor households that reach the income'),
  cite: clause.income,
  who: t(
    '村里帮扶的贫困户；每户是否达标按人均年收入另算。',
    'Assisted poor households; each is judged by its income per person.',
  ),
  how: by,
  done: t('人均年收入达标的户', 'Households that reach the income per person'),
  all: poor,
  target: '100',
  areas: [
    { done: 176, all: 176, share: '100', reached: true, short: 0 },
    { title: t('差一户', 'one short'), done: 175, all: 176, share: '99.4', reached: false, short: 1 },
    { done: 88, all: 176, share: '50', reached: false, short: 88 },
  ],
})

export const allowanceShare = shareGoal({
  id: 'assistance.goal-allowance',
  rule: 'CT-04',
  label: t('应保尽保', 'All eligible on the minimum living allowance'),
  cite: clause.allowance,
  who: t('符合低保条件的贫困户。', 'Poor households that are eligible for the minimum living allowance.'),
  how: by,
  done: t('已纳入低保的户', 'Households on the allowance'),
  all: t('符合低保条件的贫困户', 'Eligible poor households'),
  target: '100',
  areas: [
    { done: 40, all: 40, share: '100', reached: true, short: 0 },
    { title: t('漏一户', 'one left out'), done: 39, all: 40, share: '97.5', reached: false, short: 1 },
  ],
})

export const schoolShare = shareGoal({
  id: 'assistance.goal-school',
  rule: 'CT-05',
  label: t('义务教育入学率', 'Enrolment of compulsory school'),
  cite: clause.school,
  who: t('贫困户的义务教育适龄子女。', 'Children of poor households of compulsory-school age.'),
  how: by,
  done: t('在校的适龄子女', 'Children enrolled'),
  all: t('适龄子女', 'Children of school age'),
  target: '100',
  areas: [
    { done: 60, all: 60, share: '100', reached: true, short: 0 },
    { title: t('一人辍学', 'one dropped out'), done: 59, all: 60, share: '98.3', reached: false, short: 1 },
  ],
})

export const vocationalShare = shareGoal({
  id: 'assistance.goal-vocational',
  rule: 'CT-06',
  label: t('未升学者接受职业培训', 'School leavers in vocational training'),
  cite: clause.vocational,
  who: t(
    '未能升学、本人同意培训的贫困家庭初中、高中毕业生。',
    'School leavers of poor households who go to no further school and consent.',
  ),
  how: by,
  done: t('已入技（职）校培训的人', 'Those in vocational training'),
  all: t('未升学且同意培训的人', 'School leavers who consent'),
  target: '98',
  areas: [
    { done: 49, all: 50, share: '98', reached: true, short: 0 },
    { done: 48, all: 50, share: '96', reached: false, short: 1 },
    {
      title: t('10 人的 98% 是 9.8，要 10 人', '98% of 10 is 9.8: ten are needed'),
      ...{ done: 9, all: 10, share: '90', reached: false, short: 1 },
    },
  ],
})

export const insuranceShare = shareGoal({
  id: 'assistance.goal-insurance',
  rule: 'CT-08',
  label: t('贫困户参加合作医疗', 'Poor households in the cooperative medical insurance'),
  cite: clause.insurance,
  who: t('村里帮扶的贫困户。', 'The assisted poor households of the village.'),
  how: by,
  done: t('已参加合作医疗的户', 'Households insured'),
  all: poor,
  target: '100',
  areas: [
    { done: 176, all: 176, share: '100', reached: true, short: 0 },
    { done: 170, all: 176, share: '96.6', reached: false, short: 6 },
  ],
})

export const waterShare = shareGoal({
  id: 'assistance.goal-water',
  rule: 'CT-09',
  label: t('安全饮水覆盖率', 'Villagers with safe drinking water'),
  cite: clause.water,
  who: t('全村村民。', 'All villagers.'),
  how: by,
  done: t('用上安全饮水的人', 'Persons with safe water'),
  all: t('村民', 'Villagers'),
  target: '95',
  areas: [
    { done: 1900, all: 2000, share: '95', reached: true, short: 0 },
    { done: 1901, all: 2000, share: '95.1', reached: true, short: 0 },
    { done: 1898, all: 2000, share: '94.9', reached: false, short: 2 },
  ],
})
