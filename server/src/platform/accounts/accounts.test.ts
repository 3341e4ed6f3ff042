import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_PASSWORD, type TestHouse } from '#test/house.ts'
import { accountOf, codeOf, officeHouse } from '#test/office.ts'

let house: TestHouse
beforeAll(async () => {
  house = await officeHouse()
})
afterAll(() => house.close())

const idOf = (login: string) => accountOf(house, login)
const code = codeOf

test('a new account must change its password before anything else, and old or plain passwords are refused', async () => {
  const admin = await house.signIn('admin')
  expect(
    code(
      await admin.call('account.create', {
        login: 'baishui',
        name: '韦桂英',
        office: '白水乡',
        password: 'short1A',
      }),
    ),
  ).toBe('account.passwordShort')
  const made = await admin.call('account.create', {
    login: 'baishui',
    name: '韦桂英',
    office: '白水乡',
    password: 'Firsttime-1',
  })
  expect(made.status).toBe(200)
  expect(
    code(
      await admin.call('account.create', {
        login: 'baishui',
        name: '又一人',
        office: '白水乡',
        password: 'Firsttime-1',
      }),
    ),
  ).toBe('account.loginTaken')

  const fresh = house.visitor()
  expect((await fresh.call('session/login', { name: 'baishui', password: 'Firsttime-1' })).body).toEqual({
    mustChange: true,
  })
  expect(code(await fresh.call('session.list'))).toBe('account.changeFirst')
  const change = (password: string, current = 'Firsttime-1') =>
    fresh.call('account.changePassword', { current, password })
  expect(code(await change('Firsttime-1'))).toBe('account.passwordUsed')
  expect(code(await change('allsmallletters'))).toBe('account.passwordPlain')
  expect(code(await change('Baishui-2025'))).toBe('account.passwordPlain') // holds the login
  expect(code(await change('Secondtime-2', 'wrong'))).toBe('account.passwordWrong')
  expect((await change('Secondtime-2')).status).toBe(200)
  expect((await fresh.call('session.list')).status).toBe(200)
})

test('five wrong passwords lock the account, the right one too; a reset opens it and ends its sessions', async () => {
  const before = await house.signIn('jinzhu')
  const guess = () => house.visitor().call('session/login', { name: 'jinzhu', password: 'Wrong-2025' })
  for (const left of [4, 3, 2, 1])
    expect((await guess()).body).toMatchObject({ code: 'account.wrong', details: { left } })
  expect((await guess()).body).toMatchObject({ code: 'account.locked', status: 423 })
  expect(code(await house.visitor().call('session/login', { name: 'jinzhu', password: TEST_PASSWORD }))).toBe(
    'account.locked',
  )

  const admin = await house.signIn('admin')
  const { id } = await idOf('jinzhu')
  expect((await admin.call('account.reset', { accountId: id, password: 'Opened-again-1' })).status).toBe(200)
  expect((await before.call('session/me')).body).toBeNull()
  expect(
    (await house.visitor().call('session/login', { name: 'jinzhu', password: 'Opened-again-1' })).body,
  ).toEqual({ mustChange: true })
})

test('guesses at the same moment are all counted', async () => {
  await house.db.ownerPool.query("update account set failures = 0, locked_until = null where login = 'hr2'")
  const guesses = Array.from({ length: 5 }, () =>
    house.visitor().call('session/login', { name: 'hr2', password: 'Wrong-2025' }),
  )
  const answers = (await Promise.all(guesses)).map(code)
  expect(answers.filter((c) => c === 'account.locked')).toHaveLength(1)
  await house.db.ownerPool.query("update account set failures = 0, locked_until = null where login = 'hr2'")
})

test('an unknown login says no more than a wrong password', async () => {
  expect((await house.visitor().call('session/login', { name: 'nobody', password: 'x' })).body).toMatchObject(
    { code: 'account.wrong', details: { left: null } },
  )
})

test('sessions: idle ones end, one can be ended from another, a switched-off account is out at once', async () => {
  const [one, two] = [await house.signIn('sec2'), await house.signIn('sec2')]
  const { sessions } = (await one.call('session.list')).body as { sessions: { id: number }[] }
  expect(sessions).toHaveLength(2)
  await house.db.ownerPool.query(
    "update session set seen_at = seen_at - interval '31 minutes' where id = $1",
    [sessions[0]?.id],
  )
  const left = [(await one.call('session/me')).body, (await two.call('session/me')).body].filter(
    (me) => me === null,
  )
  expect(left).toHaveLength(1)
  const admin = await house.signIn('admin')
  const third = await house.signIn('sec2')
  await admin.call('account.switch', { accountId: (await idOf('sec2')).id, state: 'off', reason: '离职' })
  expect((await third.call('session/me')).body).toBeNull()
  expect((await third.call('session.list')).status).toBe(401)
  expect(code(await house.visitor().call('session/login', { name: 'sec2', password: TEST_PASSWORD }))).toBe(
    'account.off',
  )
})

test('the rules of security are changed by the security administrator, within bounds, and count', async () => {
  const sec = await house.signIn('secadmin')
  expect(code(await sec.call('security.configure', { idleMinutes: 0 }))).toBe('account.ruleBounds')
  expect((await sec.call('security.configure', { passwordDays: 30 })).body).toMatchObject({
    passwordDays: 30,
    idleMinutes: 30,
  })
  await house.db.ownerPool.query(
    "update account set password_changed_at = now() - interval '31 days' where login = 'hr2'",
  )
  expect(
    (await house.visitor().call('session/login', { name: 'hr2', password: TEST_PASSWORD })).body,
  ).toEqual({ mustChange: true })
})

test('the log of access names who did what to whom, holds no password, and its chain proves it', async () => {
  const audit = await house.signIn('auditadmin')
  const { records } = (await audit.call('access.list', { limit: 500 })).body as {
    records: { operation: string; notes: unknown }[]
  }
  const kinds = new Set(records.map((r) => r.operation))
  for (const kind of [
    'login.in',
    'login.refused',
    'account.create',
    'account.reset',
    'account.switch',
    'security.configure',
  ])
    expect(kinds).toContain(kind)
  expect(JSON.stringify(records)).not.toMatch(/Firsttime|Secondtime|Shiqiao-2025|argon2id/)
  expect((await audit.call('access.verify')).body).toMatchObject({ broken: null })
  await house.db.ownerPool.query(
    "alter table access_record disable trigger all; update access_record set login = 'other' where seq = 3; alter table access_record enable trigger all",
  )
  expect((await audit.call('access.verify')).body).toMatchObject({ broken: { seq: 3, why: 'columns' } })
})
