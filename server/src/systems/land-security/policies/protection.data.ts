/** Examples of `protection.ts`. */
import { t } from '#kernel'
import { none, since } from './sources.ts'

const takenOn = '2019-06-30'

function ageExample(
  sexOf: 'male' | 'female',
  born: string,
  result: { category: 'above' | 'working' | 'minor'; age: number },
) {
  return {
    rule: 'LS-03',
    given: { sex: sexOf, birthDate: born, takenOn, base: '50000.00' },
    expect: { result },
  } as const
}

export const protectionExamples = [
  // LS-03: the limits of the three categories on one take date
  ageExample('male', '1959-06-30', { category: 'above', age: 60 }),
  ageExample('male', '1959-07-01', { category: 'working', age: 59 }),
  ageExample('female', '1964-06-30', { category: 'above', age: 55 }),
  ageExample('female', '1964-07-01', { category: 'working', age: 54 }),
  ageExample('male', '2003-06-30', { category: 'working', age: 16 }),
  ageExample('female', '2003-06-30', { category: 'working', age: 16 }),
  ageExample('male', '2003-07-01', { category: 'minor', age: 15 }),
  {
    rule: 'LS-08',
    given: { sex: 'male', birthDate: '1980-01-01', takenOn, base: '50000.00' },
    expect: {
      result: {
        government: '15000.00',
        collective: '20000.00',
        individual: '15000.00',
        reserve: '2500.00',
        due: '52500.00',
        landRevenue: '17500.00',
      },
    },
  },
  {
    rule: 'LS-10',
    title: t('甲类 35,000 进个人专户，15,000 进统筹', '(a): 35,000 individual, 15,000 pooled'),
    given: { sex: 'female', birthDate: '1960-01-01', takenOn, base: '50000.00' },
    expect: { result: { category: 'above', individualAccount: '35000.00', pooled: '15000.00' } },
  },
  {
    rule: 'LS-10',
    title: t('乙类 50,000 全进个人专户', '(b): 50,000 individual, nothing pooled'),
    given: { sex: 'female', birthDate: '1980-01-01', takenOn, base: '50000.00' },
    expect: { result: { category: 'working', individualAccount: '50000.00', pooled: '0.00' } },
  },
  {
    rule: 'LS-06',
    title: t('丙类不建专户', '(c): no account'),
    given: { sex: 'female', birthDate: '2010-01-01', takenOn, base: '50000.00' },
    expect: {
      result: { category: 'minor', individualAccount: none, pooled: none, due: none, subsidyOnly: true },
    },
  },
  {
    rule: 'GEN-01',
    title: t('有余数时最后一份取余数', 'the last share takes the remainder'),
    given: { sex: 'male', birthDate: '1980-01-01', takenOn, base: '100.01' },
    expect: { result: { government: '30.00', collective: '40.00', individual: '30.01', reserve: '5.00' } },
  },
  {
    rule: 'GEN-01',
    title: t('风险准备金 5.005 元进到 5.01 元', 'a reserve of 5.005 becomes 5.01'),
    given: { sex: 'male', birthDate: '1980-01-01', takenOn, base: '100.10' },
    expect: { result: { reserve: '5.01', due: '105.11', landRevenue: '35.04' } },
  },
  {
    rule: 'LS-07',
    title: t('施行首日', 'on the first day'),
    given: { sex: 'male', birthDate: '1980-01-01', takenOn: since, base: '50000.00' },
    expect: {
      result: { category: 'working', government: '15000.00', collective: '20000.00', reserve: '2500.00' },
    },
  },
  {
    rule: 'LS-06',
    title: t('15 岁：性别和标准都不影响结果', '15 years old: neither sex nor standard matters'),
    given: { birthDate: '2003-07-01', takenOn },
    expect: { status: 'known', result: { category: 'minor', individualAccount: none, due: none } },
  },
  {
    rule: 'LS-10',
    title: t('标准不详：类别已定，金额还算不出', 'standard not known: category settled, amounts open'),
    given: { sex: 'male', birthDate: '1949-01-01', takenOn },
    expect: { missing: ['base'], result: { category: 'above', individualAccount: null } },
  },
  {
    rule: 'LS-03',
    title: t('57 岁，性别不详：还不能判断', '57 years old, sex not known: open'),
    given: { birthDate: '1962-01-01', takenOn, base: '50000.00' },
    expect: { missing: ['sex'] },
  },
  {
    rule: 'LS-03',
    title: t('什么都没给', 'nothing given'),
    given: {},
    expect: { missing: ['base', 'birthDate', 'sex', 'takenOn'] },
  },
] as const
