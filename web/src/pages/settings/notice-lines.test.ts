import { expect, test } from 'vitest'
import { firstPassword } from './first-password.ts'
import { readNotice } from './notice-lines.ts'

test('a notice is read line by line; what is not understood is kept', () => {
  expect(readNotice('2027-01-01 放假 元旦\n\n 2027-02-06，上班，春节 \n明年元旦放假')).toEqual([
    { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    { day: '2027-02-06', kind: 'workday', name: '春节' },
    { unread: '明年元旦放假' },
  ])
})

test('a first password fits the rules of the house: ten characters, three kinds, none that look alike', () => {
  for (let i = 0; i < 200; i++) {
    const password = firstPassword()
    expect(password.length).toBeGreaterThanOrEqual(10)
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[^0O1lIio]+$/)
  }
})
