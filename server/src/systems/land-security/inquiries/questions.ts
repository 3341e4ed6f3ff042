/** What people are asked about a land taking; each question serves every policy that needs its answer. */
import { t } from '#kernel'

export const township = t(
  '乡镇便民服务中心人社窗口',
  'the human-resources window of the township service centre',
)

export const sex = {
  id: 'sex',
  ask: t('您是男是女？', 'Are you a man or a woman?'),
  help: t('男女的养老年龄不同。', 'The pension age differs.'),
  unsure: t('性别照身份证填。', 'As on the identity card.'),
}

export const birthDate = {
  id: 'birthDate',
  ask: t('您是哪天出生的？', 'When were you born?'),
  help: t('照身份证上的日期填。', 'As on the identity card.'),
  unsure: t('出生日期带身份证，窗口替您看。', 'Bring the identity card; the window reads the day of birth.'),
}

export const takenOn = {
  id: 'takenOn',
  ask: t('您家的地是哪天征的？', 'On which day was your land taken?'),
  help: t('看征地批复或征地公告上的日期。', 'The day on the approval or the notice of the taking.'),
  unsure: t(
    '问村委会，或带征地补偿协议到窗口查征地日。',
    'Ask the village committee, or bring the compensation agreement.',
  ),
}

export const base = {
  id: 'base',
  ask: t('公示上写的人均保障标准是多少元？', 'Which security amount per person does the notice name?'),
  help: t('每个征地项目不一样，只用来算金额。', 'It differs by project and serves to compute amounts only.'),
  unsure: t('人均保障标准问村委会，或看征地公示。', 'Ask the village committee, or see the notice.'),
}

export const unemployedFrom = {
  id: 'unemployedFrom',
  ask: t('您是从哪天起没有工作的？', 'Since which day have you been without work?'),
  help: t('征地前就没有工作的，填征地那天。', 'Without work before the taking: the day of the taking.'),
  unsure: t('请村委会开未就业证明，写明起始日。', 'Ask the village committee for a statement with the day.'),
}

export const paidBefore = {
  id: 'paidBefore',
  ask: t('这项生活补助费您以前领过几个月？', 'For how many months were you paid this allowance before?'),
  help: t('没有领过的填 0。', '0 if never.'),
  unsure: t('带银行卡或存折，窗口查已领月数。', 'Bring the bank card; the window looks up the months.'),
}

export const meetsDibao = {
  id: 'meetsDibao',
  ask: t('您家现在符合城市低保条件吗？', 'Does your household meet the conditions of the urban minimum?'),
  help: t('正在领城市低保的，选“是”。', 'Yes if you draw it now.'),
  unsure: t('低保条件问乡镇民政窗口。', 'Ask the civil-affairs window of the township.'),
}

export const jobs = {
  id: 'jobs',
  ask: t('征地以后，您做过工作吗？', 'Have you worked since the taking?'),
  help: t(
    '单位上班、打零工、自己做生意、公益岗位、务农都算在内，一段一段填。',
    'Employment, casual work, own business, public posts, farming: one after another.',
  ),
  unsure: t('就业经历带劳动合同或社保缴费记录。', 'Bring contracts or the contribution record.'),
  list: {
    add: t('有，填一段', 'Yes, add one'),
    none: t('没有', 'No'),
    fields: {
      kind: { ask: t('这一段做的是哪一种？', 'What kind of work was it?') },
      from: { ask: t('从哪天开始做的？', 'From which day?') },
      until: {
        ask: t('做到哪天？', 'Until which day?'),
        help: t('填离开的那天。', 'The day of leaving.'),
        never: t('现在还在做', 'Still working there'),
      },
    },
  },
}

export const others = {
  id: 'others',
  ask: t('您现在还领别的养老金吗？', 'Do you draw another pension?'),
  help: t('农村养老保险、职工养老保险都要填。', "Rural and employees' pensions."),
  unsure: t('带社保卡，窗口查您领的养老金。', 'Bring the social-security card; the window looks it up.'),
  list: {
    add: t('有，填一份', 'Yes, add one'),
    none: t('没有', 'No'),
    fields: {
      kind: { ask: t('领的是哪一种？', 'Which kind?') },
      monthly: { ask: t('每月领多少元？', 'How much a month, in yuan?') },
      until: {
        ask: t('停发了吗？停发的填停发那天。', 'Has it ended? If so, on which day?'),
        never: t('还在领', 'Still paid'),
      },
    },
  },
}

export const landless = {
  id: 'landless',
  ask: t('您是失地农民吗？', 'Are you a farmer who lost the land?'),
  help: t('您家的承包地被国家征收了，就算。', 'Yes if the contracted land of your household was taken.'),
  unsure: t('问村委会，或带土地承包证。', 'Ask the village committee, or bring the land certificate.'),
}

export const jobless = {
  id: 'jobless',
  ask: t('您现在没有工作吗？', 'Are you without work now?'),
  help: t('没有工作，选“是”。', 'Yes if you have no work.'),
  unsure: t('请村委会开就业情况说明。', 'Ask the village committee for a statement.'),
}

export const selfEmployed = {
  id: 'selfEmployed',
  ask: t('您自己做生意或办了实体吗？', 'Do you run a business of your own?'),
  unsure: t('带营业执照或经营照片。', 'Bring the licence or photographs of the business.'),
}

export const tier = {
  id: 'welfareTier',
  ask: t('您村的集体福利是哪一档？', 'In which tier is the welfare of your village?'),
  help: t('看村企业安排了多少人上班。', 'It depends on how many work in village enterprises.'),
  options: {
    first: t('第一层面：大多数人在村企业上班', 'First: most work in village enterprises'),
    second: t('第二层面：三成左右在村企业上班', 'Second: about three in ten do'),
    third: t('第三层面：没有村企业，或效益不好', 'Third: no village enterprise, or it does badly'),
  },
  unsure: t('问村委会，本村定的是哪一档。', 'Ask the village committee for the tier.'),
}
