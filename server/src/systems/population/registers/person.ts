/** 人员: any registered individual. The key is never the identity number (OF-21). */
import { checkResidentId, readResidentId, t } from '#kernel'
import { defineRegister, field } from '#register'
import { education, hukou, politicalStatus, sex } from './words.ts'

const register = t('户籍册', 'household register')

export const person = defineRegister({
  name: 'person',
  label: t('人员', 'Persons'),
  counter: t('人', 'persons'),
  system: 'population',
  shape: 'record',
  fields: {
    name: field.name({
      label: t('姓名', 'Name'),
      required: true,
      source: register,
      alias: ['名字', '人员姓名'],
    }),
    idNumber: field.idNumber({
      label: t('证件号', 'Identity number'),
      source: register,
      alias: ['身份证号', '身份证号码', '公民身份号码', '身份证'],
    }),
    sharedNumber: field.count({
      label: t('重号序号', 'Shared number'),
      required: true,
      default: 0,
      max: 9,
      help: t(
        '两人同号、经公安证明的，第二人填 1。一般是 0。',
        '0, unless the police have confirmed that two persons have one number.',
      ),
    }),
    sex: field.choice({ label: t('性别', 'Sex'), options: sex, source: register }),
    birthDate: field.day({
      label: t('出生日期', 'Date of birth'),
      source: register,
      alias: ['出生年月', '生日', '出生年月日'],
    }),
    area: field.area({
      label: t('村组', 'Village and group'),
      required: true,
      source: register,
      alias: ['所在村', '村民小组', '户籍地'],
    }),
    household: field.reference('household', {
      label: t('所在户', 'Household'),
      source: register,
      alias: ['户号'],
    }),
    relation: field.choice({
      label: t('与户主关系', 'Relation to the head'),
      options: {
        head: t('户主', 'head'),
        spouse: t('配偶', 'spouse'),
        child: t('子女', 'child'),
        childInLaw: t('儿媳女婿', 'child-in-law'),
        grandchild: t('孙子女', 'grandchild'),
        parent: t('父母', 'parent'),
        sibling: t('兄弟姐妹', 'sibling'),
        other: t('其他', 'other'),
      },
      source: register,
    }),
    hukou: field.choice({
      label: t('户口', 'Registration'),
      options: hukou,
      source: register,
      alias: ['户口性质', '户口类别'],
    }),
    phone: field.phone({
      label: t('电话', 'Telephone'),
      source: t('入户调查', 'door-to-door survey'),
      alias: ['手机', '手机号', '联系电话', '电话号码'],
    }),
    bankCard: field.bankCard({
      label: t('社保卡账号', 'Card number'),
      source: t('本人提供', 'the person'),
      alias: ['银行卡号', '银行账号', '社保卡号'],
    }),
    bankName: field.text({ label: t('开户行', 'Bank'), alias: ['开户银行'] }),
    bankAccountName: field.name({
      label: t('银行户名', 'Name at the bank'),
      help: t('与姓名不同时填，如有生僻字。', 'If it differs from the name.'),
    }),
    politicalStatus: field.choice({ label: t('政治面貌', 'Political status'), options: politicalStatus }),
    education: field.choice({ label: t('文化程度', 'Education'), options: education, alias: ['学历'] }),
    health: field.choice({
      label: t('健康状况', 'Health'),
      options: {
        healthy: t('健康', 'healthy'),
        chronic: t('慢性病', 'chronic illness'),
        serious: t('大病', 'serious illness'),
        disabled: t('残疾', 'disabled'),
      },
      sensitive: 'health',
    }),
    idValidTo: field.day({ label: t('证件到期日', 'Card valid to') }),
    movedOutOn: field.day({
      label: t('户籍迁出日', 'Registration moved out on'),
      source: t('公安', 'police'),
    }),
    diedOn: field.day({
      label: t('去世日期', 'Date of death'),
      source: t('民政比对', 'comparison with civil affairs'),
      alias: ['死亡日期'],
    }),
    diedSource: field.choice({
      label: t('去世信息来源', 'Source of the death'),
      options: {
        police: t('公安注销', 'police'),
        crematory: t('火化', 'crematory'),
        hospital: t('医院', 'hospital'),
        village: t('村报', 'village'),
        family: t('家属报', 'family'),
      },
    }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['idNumber'],
  identityElse: ['name', 'birthDate', 'area'],
  unique: ['idNumber', 'sharedNumber'],
  title: 'name',
  columns: ['name', 'idNumber', 'sex', 'birthDate', 'area', 'hukou', 'phone', 'diedOn'],
  columnsUnder: {
    household: ['name', 'relation', 'idNumber', 'sex', 'birthDate', 'hukou', 'phone', 'movedOutOn', 'diedOn'],
  },
  search: { name: 'name', id: 'idNumber', phone: 'phone' },
  duplicates: {
    names: 'person',
    name: 'name',
    number: 'idNumber',
    birth: 'birthDate',
    sex: 'sex',
    household: 'household',
    marks: ['phone', 'bankCard'],
    shared: 'sharedNumber',
  },
  fill: fillFromNumber,
})

/** A valid number says birth date and sex; what is given stays, for the file may know better (OF-17). */
function fillFromNumber(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const checked = typeof values.idNumber === 'string' ? checkResidentId(values.idNumber) : undefined
  if (!checked?.ok) return {}
  const { birth, sex: said } = readResidentId(checked.value)
  return { birthDate: values.birthDate ?? birth, sex: values.sex ?? said }
}
