/** VR-05 between paper and register: three-valued where the register does not know all, and never a difference that rounding or the unit makes. */
import { expect, test } from 'vitest'
import { t } from '#kernel'
import { runSet } from './run-set.ts'
import type { Figure } from './shape.ts'

const verdict = (stated: Partial<Figure>, counted: Partial<Figure>) =>
  runSet({
    figures: [
      { id: 'paper', label: '脱贫户', value: null, ...stated },
      {
        id: 'register',
        label: '名册里的脱贫户',
        value: null,
        told: t('名册 2023-12-31', 'Register on 2023-12-31'),
        ...counted,
      },
    ],
    relations: [{ id: 'VR-05', kind: 'register', stated: 'paper', counted: 'register' }],
  }).find(({ relation }) => relation === 'VR-05')

const unsure = { value: '309', qualifier: '>=', atMost: '321' } as const

test.each([
  // the catalogue: two values of one fact that differ (VR-05)
  [{ value: '309' }, { value: '309' }, 'ok'],
  [{ value: '312' }, { value: '309' }, 'contradiction'],
  // rounded to tens: 305 to 315 says the same as 309
  [{ value: '310', rounding: '10' }, { value: '309' }, 'ok-tolerance'],
  [{ value: '320', rounding: '10' }, { value: '309' }, 'contradiction'],
  // 12 of which nobody knows: 309 to 321
  [{ value: '312' }, unsure, 'bound-unknown'],
  [{ value: '321' }, unsure, 'bound-unknown'],
  [{ value: '322' }, unsure, 'contradiction'],
  [{ value: '308' }, unsure, 'contradiction'],
  // a sum with unknown parts has no upper end
  [{ value: '322' }, { value: '309', qualifier: '>=' }, 'bound-unknown'],
  [{ value: '300' }, { value: '309', qualifier: '>=' }, 'contradiction'],
  // bounds (GEN-08)
  [{ value: '300', qualifier: '>=' }, { value: '309' }, 'bound-ok'],
  [{ value: '300', qualifier: '>=' }, unsure, 'bound-ok'],
  [{ value: '310', qualifier: '>=' }, { value: '309' }, 'contradiction'],
  [{ value: '310', qualifier: '>=' }, unsure, 'bound-unknown'],
  [{ value: '309', qualifier: '>' }, { value: '309' }, 'contradiction'],
  [{ value: '309', qualifier: '<=' }, { value: '309' }, 'bound-ok'],
  [{ value: '309', qualifier: '<=' }, unsure, 'bound-unknown'],
  [{ value: '309', qualifier: '<' }, unsure, 'contradiction'],
  [{ value: '309', qualifier: '~' }, { value: '309' }, 'bound-unknown'],
  // units
  [{ value: '3.1', unit: '万人', rounding: '0.1' }, { value: '31204', unit: '人' }, 'ok-tolerance'],
  [{ value: '3.2', unit: '万人', rounding: '0.1' }, { value: '31204', unit: '人' }, 'contradiction'],
  [{ value: '10', unit: '公顷' }, { value: '150', unit: '亩' }, 'bound-unknown'],
  // who may not see the register, and what is masked on paper (GEN-07)
  [{ value: '312' }, { value: null }, 'bound-unknown'],
  [{ value: null }, { value: '309' }, 'bound-unknown'],
] as const)('%o beside %o: %s', (stated, counted, expected) => {
  expect(verdict(stated, counted)?.verdict).toBe(expected)
})

test('says both values and how far they are apart', () => {
  const said = verdict(
    { value: '312', unit: '户' },
    { value: '309', unit: '户', told: t('名册：309 户', 'Register: 309 households') },
  )
  expect(said).toMatchObject({
    rule: 'VR-05',
    stated: { zh: '脱贫户 312户', en: '脱贫户 312 households' },
    computed: { zh: '名册：309 户', en: 'Register: 309 households' },
    difference: '3',
  })
})

test('a figure that is taken from a register and is not there is told, not taken for 0', () => {
  const outcomes = runSet({
    figures: [
      {
        id: 'a',
        label: '石桥村',
        value: null,
        from: { figure: 'household.lifted' },
        told: t('没有算', 'Not counted'),
      },
      { id: 'all', label: '全镇', value: '130' },
    ],
    relations: [{ id: 'sum', kind: 'sum', parts: ['a'], total: 'all' }],
  })
  expect(outcomes.map(({ rule, verdict, computed }) => [rule, verdict, computed.zh])).toEqual([
    ['VR-01', 'bound-unknown', '石桥村 不详'],
    ['VR-12', 'bound-unknown', '没有算'],
  ])
})
