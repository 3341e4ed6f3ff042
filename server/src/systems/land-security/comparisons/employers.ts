/** Lists of employers: those whose operation is abnormal, those that pay taxes; beside the spells of work that name them. */
import { t } from '#kernel'
import { field } from '#register'
import { defineComparison } from '#verify'

const columns = {
  employer: field.name({
    label: t('单位名称', 'Employer'),
    alias: ['企业名称', '市场主体名称', '纳税人名称', '合作社名称', '名称'],
  }),
  employerCode: field.creditCode({
    label: t('统一社会信用代码', 'Credit code'),
    alias: ['信用代码', '社会信用代码', '纳税人识别号', '统一社会信用代码/注册号'],
  }),
}

const shared = {
  register: 'employmentSpell',
  keys: [[{ list: 'employerCode', here: 'employerCode' }], [{ list: 'employer', here: 'employer' }]],
  compare: [{ list: 'employer', here: 'employer' }],
  many: true,
} as const

export const abnormal = defineComparison({
  ...shared,
  id: 'abnormal',
  label: t('经营异常名录', 'Abnormal-operation list'),
  note: t(
    '市场监管的经营异常名录，与就业经历里的用人单位比：单位被列入的，其员工的就业要核实。',
    'Employers on the abnormal-operation list of market supervision: the work of their people is looked at.',
  ),
  fields: {
    ...columns,
    listedOn: field.day({ label: t('列入日期', 'Listed on'), alias: ['列入时间', '列入异常日期'] }),
    reason: field.text({
      label: t('列入原因', 'Reason'),
      alias: ['原因', '列入经营异常名录原因', '列入事由'],
    }),
  },
  whole: true,
  finds: [
    {
      id: 'abnormal.employer',
      label: t('用人单位在经营异常名录', 'Employer on the abnormal-operation list'),
      level: 'doubt',
      advice: t(
        '核实单位是否还在经营、这些人是否还在就业；列入期间的奖补不予受理的，按办法办。',
        'Does the employer still operate, do these people still work there? Awards are refused while it is listed.',
      ),
      verdict: 'contradiction',
      of: 'matched',
      here: ['employer'],
      there: ['listedOn', 'reason'],
    },
  ],
})

export const taxpayers = defineComparison({
  ...shared,
  id: 'taxpayers',
  label: t('税务登记名单', 'Tax register'),
  note: t(
    '税务部门的纳税人名单，与就业经历里有信用代码的用人单位比：名单上没有的单位要核实。',
    'Taxpayers beside the employers that spells of work name: those that the tax office does not know.',
  ),
  fields: {
    ...columns,
    status: field.text({ label: t('纳税人状态', 'State'), alias: ['状态', '登记状态'] }),
  },
  whole: true,
  expects: [{ here: 'employerCode', known: true }],
  finds: [
    {
      id: 'taxpayers.unknown',
      label: t('用人单位没有税务登记', 'Employer not in the tax register'),
      level: 'doubt',
      advice: t(
        '核对信用代码是否写错，单位是否真实存在。',
        'Is the credit code right, does the employer exist?',
      ),
      verdict: 'contradiction',
      of: 'onlyHere',
      here: ['employer', 'employerCode'],
    },
  ],
})
