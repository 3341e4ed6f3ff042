/** 工资表: whom an employer pays by its own payroll, beside the spells of work of the same day (LS-14, LS-16). */
import { t } from '#kernel'
import { field } from '#register'
import { defineComparison } from '#verify'
import { practice } from '../../population/checks/sources.ts'
import { personColumns, personKeys } from '../../population/comparisons/words.ts'

const { keys, near } = personKeys('owner.')

export const payroll = defineComparison({
  id: 'payroll',
  label: t('用人单位工资表', 'Payroll of an employer'),
  note: t(
    '单位报来的工资表或花名册，与名单日期当天的就业经历比：工资表上有而没有登记就业的，登记就业而单位对不上的。',
    'The payroll of an employer beside the spells of work that hold on its day.',
  ),
  register: 'employmentSpell',
  fields: {
    ...personColumns,
    employer: field.name({
      label: t('单位名称', 'Employer'),
      alias: ['用人单位', '工作单位', '单位', '企业名称', '公司'],
    }),
    employerCode: field.creditCode({
      label: t('单位信用代码', 'Credit code'),
      alias: ['统一社会信用代码', '信用代码'],
    }),
    wage: field.money({
      label: t('月工资', 'Wage per month'),
      sensitive: 'income',
      alias: ['应发工资', '实发工资', '工资', '应发合计', '实发合计'],
    }),
    insured: field.boolean({
      label: t('参加职工养老保险', 'In employees’ pension insurance'),
      alias: ['是否参保', '参保'],
    }),
  },
  keys: [
    [
      { list: 'idNumber', here: 'owner.idNumber' },
      { list: 'employerCode', here: 'employerCode' },
    ],
    ...keys,
  ],
  near,
  compare: [
    { list: 'employer', here: 'employer' },
    { list: 'employerCode', here: 'employerCode' },
    { list: 'wage', here: 'wage' },
    { list: 'insured', here: 'insured' },
  ],
  finds: [
    {
      id: 'payroll.noSpell',
      label: t('工资表上有，没有登记就业', 'On a payroll, no spell of work'),
      level: 'doubt',
      cite: practice.lists, // OF-19
      advice: t(
        '向单位和本人核实：确已就业的登记就业经历，领着生活补助的随后由追补重算算出应追回的。',
        'Ask employer and person: record the spell; what was paid in between is then recomputed.',
      ),
      verdict: 'incomplete',
      of: 'onlyThere',
      there: ['name', 'employer'],
    },
    {
      id: 'payroll.otherEmployer',
      label: t('工资表的单位与登记的就业不一致', 'Another employer than recorded'),
      level: 'doubt',
      advice: t(
        '向两个单位核实，更正错的一方；确在两处就业的，写明理由结掉。',
        'Ask both employers; correct the wrong one or explain.',
      ),
      verdict: 'mismatch',
      of: 'matched',
      differs: 'employer',
      here: ['employer'],
      there: ['employer'],
    },
  ],
})
