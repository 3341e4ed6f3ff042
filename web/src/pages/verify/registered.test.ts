import { expect, test } from 'vitest'
import { t } from '../../app/text.tsx'
import { emptyRow, type RegisterFigure, type RegisterValue } from './figures-types.ts'
import { besides, linkedRow, takenOver, unlinked, withRegister } from './registered.ts'

const figure = {
  id: 'household.lifted',
  label: t('脱贫户', 'lifted'),
  unit: t('户', 'households'),
} as RegisterFigure
const value = {
  value: '309',
  unknown: 0,
  told: t('名册 2023-12-31：309 户', 'Register on 2023-12-31: 309 households'),
} as RegisterValue

test('a typed row of that name is laid beside the register; else a new row takes the figure', () => {
  const typed = { ...emptyRow, label: '脱贫户', value: '312' }
  expect(withRegister([typed, emptyRow], figure)).toEqual([
    { ...typed, register: 'household.lifted' },
    emptyRow,
  ])
  const once = withRegister([emptyRow, emptyRow], figure)
  expect(once).toEqual([{ label: '脱贫户', value: '', unit: '户', register: 'household.lifted' }, emptyRow])
  expect(withRegister(once, figure).map(({ label }) => label)).toEqual(['脱贫户', '脱贫户（2）', ''])
  expect(besides(once).map(({ at }) => at)).toEqual([0])
})

test('the place of the row goes before that of the sheet', () => {
  const row = { ...emptyRow, register: 'household.lifted' }
  expect(linkedRow(row, '990101103')).toEqual({ figure: 'household.lifted', area: '990101103' })
  expect(linkedRow({ ...row, area: '990101103201' }, '990101103')).toMatchObject({ area: '990101103201' })
  expect(linkedRow(row, undefined)).toEqual({ figure: 'household.lifted' })
})

test('taken over, it says from where; what is unknown beside it makes it a lower bound (GEN-08)', () => {
  const row = { ...emptyRow, label: '脱贫户', value: '312', register: 'household.lifted' }
  expect(takenOver(row, value)).toMatchObject({ value: '309', place: '取自名册 2023-12-31' })
  expect(takenOver(row, { ...value, unknown: 3 })).toMatchObject({ value: '309以上' })
  expect(takenOver(row, { ...value, value: null })).toEqual(row)
  expect(unlinked(row)).toEqual({ label: '脱贫户', value: '312' })
})
