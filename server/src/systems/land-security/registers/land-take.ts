/** 征地项目: one taking of land of one village, with its money standards (LS-01, LS-07, LS-08, OF-12). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

const document = t('征地批复', 'approval of the taking')

export const landTake = defineRegister({
  name: 'landTake',
  label: t('征地项目', 'Land-take projects'),
  counter: t('个', 'projects'),
  system: 'land-security',
  shape: 'record',
  fields: {
    name: field.name({ label: t('项目名称', 'Name'), required: true }),
    area: field.area({ label: t('被征地村', 'Village'), required: true, alias: ['村', '所在村'] }),
    approvalNo: field.text({ label: t('批复文号', 'Approval number'), source: document }),
    approvedOn: field.day({ label: t('批复日', 'Approved on'), source: document }),
    takenOn: field.day({
      label: t('征地日', 'Day of the taking'),
      required: true,
      source: document,
      alias: ['征地日期', '征地时间'],
    }),
    referenceKind: field.choice({
      label: t('基准日依据', 'Reference day is'),
      options: {
        approval: t('批复日', 'day of approval'),
        notice: t('征地公告日', 'day of the taking notice'),
        plan: t('补偿安置公告日', 'day of the compensation notice'),
      },
    }),
    referenceDay: field.day({
      label: t('人员基准日', 'Reference day'),
      help: t('按这一天在册的人列名单。', 'Who is registered on this day is on the list.'),
    }),
    land: field.quantity({
      label: t('征地面积', 'Land taken'),
      unit: t('亩', 'mu'),
      unitCode: 'mu',
      sum: true,
      source: document,
    }),
    landCompensation: field.money({ label: t('土地补偿费', 'Land compensation'), sum: true }),
    resettlementSubsidy: field.money({ label: t('安置补助费', 'Resettlement subsidy'), sum: true }),
    transferRevenue: field.money({ label: t('土地出让金', 'Land-transfer revenue'), sum: true }),
    basePerPerson: field.money({
      label: t('人均保障资金标准', 'Security amount per person'),
      source: t('县政府批复', 'county decision'),
    }),
    governmentPercent: field.percent({ label: t('政府出资比例', 'Government share') }),
    collectivePercent: field.percent({ label: t('集体出资比例', 'Collective share') }),
    reservePercent: field.percent({ label: t('风险准备金比例', 'Reserve share') }),
    livingAllowance: field.money({ label: t('生活补助月标准', 'Living allowance per month') }),
    allowanceFund: field.choice({
      label: t('生活补助出处', 'Allowance paid from'),
      options: {
        regulating: t('征地调节资金', 'land-take regulating fund'),
        retained: t('村集体留存安置补助费', 'subsidy retained by the village'),
      },
    }),
    scheme: field.choice({
      label: t('保障办法', 'Scheme'),
      options: { account: t('个人专户', 'own account'), subsidy: t('缴费补贴', 'contribution subsidy') },
    }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['name', 'area'],
  title: 'name',
  columns: ['name', 'area', 'approvalNo', 'takenOn', 'land', 'basePerPerson'],
  search: { name: 'name' },
})
