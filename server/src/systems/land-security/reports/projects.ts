/** 征地项目统计. */
import { t } from '#kernel'
import { byArea, byField, counted, defineReport, fromRegister, summed } from '#report'
import { landTake } from '../registers/land-take.ts'
import { protectedPerson } from '../registers/protected-person.ts'

const yuan = t('元', 'yuan')

export const landTakes = defineReport({
  id: 'land-security.land-takes',
  label: t('征地项目', 'Land-take projects'),
  system: 'land-security',
  can: 'report.read',
  source: fromRegister(landTake),
  dimensions: {
    township: byArea('township'),
    village: byArea('village'),
    scheme: byField('scheme', t('保障办法', 'Scheme')),
  },
  measures: {
    projects: counted(t('项目数', 'Projects'), t('个', 'projects')),
    land: summed('land', t('征地面积', 'Land taken'), t('亩', 'mu')),
    landCompensation: summed('landCompensation', t('土地补偿费', 'Land compensation'), yuan),
    resettlementSubsidy: summed('resettlementSubsidy', t('安置补助费', 'Resettlement subsidy'), yuan),
    transferRevenue: summed('transferRevenue', t('土地出让金', 'Land-transfer revenue'), yuan),
  },
  first: {
    rows: ['township'],
    measures: ['projects', 'land', 'landCompensation', 'resettlementSubsidy', 'transferRevenue'],
    chart: 'land',
  },
})

export const affectedPersons = defineReport({
  id: 'land-security.affected-persons',
  label: t('名单上的人', 'Affected persons'),
  system: 'land-security',
  can: 'report.read',
  source: fromRegister(protectedPerson),
  dimensions: {
    village: byArea('village'),
    township: byArea('township'),
    hukouThen: byField('hukouThen', t('基准日户口', 'Registration then')),
    membership: byField('membership', t('成员身份依据', 'Basis of membership')),
    personKind: byField('personKind', t('人员类别', 'Kind of person')),
  },
  measures: {
    persons: counted(t('人数', 'Persons'), t('人', 'persons')),
    landLost: summed('landLost', t('被征面积', 'Land lost'), t('亩', 'mu')),
    subsidy: summed('subsidy', t('个人安置补助费', 'Subsidy of the person'), yuan),
  },
  first: { rows: ['village'], measures: ['persons', 'landLost', 'subsidy'], chart: 'persons' },
})
