/** 保障对象名单: a person on the list of a taking. Category and state come from decision and case, never from here (OF-12). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'
import { hukou } from '../../population/registers/words.ts'

const village = t('村名单', 'village list')

export const protectedPerson = defineRegister({
  name: 'protectedPerson',
  label: t('保障对象', 'Affected persons'),
  counter: t('人', 'persons'),
  system: 'land-security',
  shape: 'child',
  owner: 'landTake',
  fields: {
    person: field.reference('person', { label: t('人员', 'Person'), required: true, source: village }),
    hukouThen: field.choice({
      label: t('基准日户口', 'Registration on the reference day'),
      options: hukou,
      source: t('户籍册', 'household register'),
    }),
    landLost: field.quantity({
      label: t('被征面积', 'Land lost'),
      unit: t('亩', 'mu'),
      unitCode: 'mu',
      sum: true,
      source: village,
    }),
    landLeft: field.quantity({
      label: t('征后人均耕地', 'Land left per head'),
      unit: t('亩', 'mu'),
      unitCode: 'mu',
      source: village,
    }),
    membership: field.choice({
      label: t('成员身份依据', 'Basis of membership'),
      options: {
        contract: t('承包经营权', 'land contract'),
        birth: t('出生', 'birth'),
        marriage: t('婚嫁', 'marriage'),
        adoption: t('收养', 'adoption'),
        resolution: t('成员大会决议', 'resolution of the members'),
      },
    }),
    personKind: field.choice({
      label: t('人员类别', 'Kind of person'),
      options: {
        resident: t('常住', 'resident'),
        student: t('在校大中专学生', 'student'),
        conscript: t('现役义务兵、士官', 'in military service'),
        marriedOut: t('外嫁女', 'married out'),
        marriedIn: t('入赘', 'married in'),
        prisoner: t('服刑', 'in prison'),
        attached: t('挂户', 'attached registration'),
        newborn: t('收养、新生儿', 'adopted or newborn'),
        pending: t('户口待定', 'registration pending'),
      },
    }),
    subsidy: field.money({ label: t('个人安置补助费', 'Resettlement subsidy of the person'), sum: true }),
    offsetSigned: field.day({
      label: t('抵交确认日', 'Offset confirmed on'),
      help: t('个人出资从安置补助费抵交，本人签字或按手印的日期。', 'The day on which the person signed.'),
    }),
    waivedOn: field.day({ label: t('自愿放弃日', 'Waived on') }),
    guardian: field.name({ label: t('监护人', 'Guardian') }),
    guardianRelation: field.text({ label: t('监护关系', 'Relation of the guardian') }),
    payee: field.name({ label: t('代领人', 'Payee') }),
    payeeCard: field.bankCard({ label: t('代领账号', 'Card of the payee') }),
    payeeUntil: field.day({ label: t('代领授权到期日', 'Authorised until') }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['person'],
  title: 'person',
  columns: ['person', 'hukouThen', 'landLost', 'personKind', 'subsidy'],
})
