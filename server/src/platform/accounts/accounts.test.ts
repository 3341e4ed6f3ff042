import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { t } from '#kernel'
import { administratorRoles, defineRole, operation } from '#platform'
import { TEST_PASSWORD, type TestHouse, testHouse } from '#test/house.ts'

const clerk = defineRole({
  name: 'clerk',
  label: t('乡镇经办', 'Township clerk'),
  verbs: ['case.check', 'person.*'],
  reads: ['person'],
  writes: ['person'],
})
const approver = defineRole({
  name: 'approver',
  label: t('业务复核', 'Approver'),
  verbs: ['case.approve'],
  reads: ['person'],
})
const broker = defineRole({
  name: 'broker',
  label: t('劳务中介', 'Broker'),
  verbs: ['claim.file'],
  party: true,
})

const whoAmI = operation({
  name: 'case.check',
  text: t('核准', 'Check'),
  can: 'case.check',
  audit: 'write',
  input: z.object({}),
  output: z.object({ name: z.string(), actsFor: z.string().nullable(), area: z.string() }),
  run: async ({ actor, note }) => {
    note({ subject: 'case:1' })
    return { name: actor.name, actsFor: actor.actsFor?.name ?? null, area: actor.area }
  },
})

let house: TestHouse
const at = (login: string, role: string, area = '990101') => ({
  login,
  name: `人${login}`,
  office: '青禾县',
  role,
  area,
})

beforeAll(async () => {
  house = await testHouse({
    roles: [...administratorRoles, clerk, approver, broker],
    accounts: [
      at('admin', 'sysadmin'),
      at('secadmin', 'secadmin'),
      at('sec2', 'secadmin'),
      at('auditadmin', 'auditadmin'),
      at('liuxi', 'clerk', '990101103'),
      at('jinzhu', 'clerk', '990101108'),
      at('hr2', 'approver'),
    ],
    operations: [whoAmI],
    guarded: [{ verb: 'case.approve', text: t('复核', 'Approve') }],
  })
})
afterAll(() => house.close())

const idOf = async (login: string) => {
  const admin = await house.signIn('admin')
  const { body } = await admin.call('account.list', { search: login })
  return (body as { accounts: { id: number; login: string; hats: { id: number }[] }[] }).accounts.find(
    (a) => a.login === login,
  ) as { id: number; hats: { id: number }[] }
}
const code = (answer: { body: unknown }) => (answer.body as { code: string }).code

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

test('three administrators: none sees the others’ doors or business, none wears two hats, none grants to himself (OF-29)', async () => {
  const [admin, sec, audit] = await Promise.all(
    ['admin', 'secadmin', 'auditadmin'].map((login) => house.signIn(login)),
  )
  const grant = { accountId: (await idOf('admin')).id, role: 'clerk', area: '990101103', office: '柳溪镇' }
  expect(code((await admin?.call('assignment.grant', grant)) as never)).toBe('platform.notAllowed')
  expect(
    code(
      (await sec?.call('account.create', {
        login: 'xx',
        name: 'x',
        office: 'x',
        password: 'Longenough-1',
      })) as never,
    ),
  ).toBe('platform.notAllowed')
  expect(code((await sec?.call('access.list')) as never)).toBe('platform.notAllowed')
  expect(code((await audit?.call('assignment.grant', grant)) as never)).toBe('platform.notAllowed')
  for (const client of [admin, sec, audit])
    expect(code((await client?.call('case.check')) as never)).toBe('platform.notAllowed')
  expect(code((await sec?.call('assignment.grant', grant)) as never)).toBe('account.mixedHats')
  expect(
    code(
      (await sec?.call('assignment.grant', { ...grant, accountId: (await idOf('secadmin')).id })) as never,
    ),
  ).toBe('account.toOneself')
})

test('no administrator role can be declared with a business register', () => {
  expect(() =>
    defineRole({ name: 'x', label: t('x', 'x'), verbs: [], reads: ['person'], administers: 'system' }),
  ).toThrow(expect.objectContaining({ details: { why: expect.stringContaining('OF-29') } }))
})

test('hats: granted, switched, ended; the last approver stays', async () => {
  const sec = await house.signIn('secadmin')
  const liuxi = await idOf('liuxi')
  const second = await sec.call('assignment.grant', {
    accountId: liuxi.id,
    role: 'clerk',
    area: '990101104',
    office: '双河镇',
  })
  const hatId = (second.body as { id: number }).id
  const client = await house.signIn('liuxi')
  expect((await client.call('case.check')).body).toMatchObject({ area: '990101103' })
  expect((await client.call('session/scope', { assignmentId: hatId })).status).toBe(200)
  expect((await client.call('case.check')).body).toMatchObject({ area: '990101104' })
  expect((await client.call('session/me')).body).toMatchObject({
    area: '990101104',
    scopes: [{ area: '990101103' }, { area: '990101104' }],
  })
  expect(
    (await client.call('session/scope', { assignmentId: (await idOf('jinzhu')).hats[0]?.id })).status,
  ).toBe(403) // somebody else's
  await sec.call('assignment.revoke', { assignmentId: hatId, reason: '调离' })
  expect((await client.call('case.check')).body).toMatchObject({ area: '990101103' })

  const last = (await idOf('hr2')).hats[0]?.id
  expect(code(await sec.call('assignment.revoke', { assignmentId: last, reason: '调离' }))).toBe(
    'account.lastForStep',
  )
  const admin = await house.signIn('admin')
  expect(
    code(
      await admin.call('account.switch', { accountId: (await idOf('hr2')).id, state: 'off', reason: '离职' }),
    ),
  ).toBe('account.lastForStep')
  const auditadmin = await idOf('auditadmin')
  expect(
    code(await admin.call('account.switch', { accountId: auditadmin.id, state: 'off', reason: '离职' })),
  ).toBe('account.lastHolder')
  // Whoever approves in one township may go: the county's approver covers it.
  const jinzhu = await idOf('jinzhu')
  const local = await sec.call('assignment.grant', {
    accountId: jinzhu.id,
    role: 'approver',
    area: '990101108',
    office: '金竹乡',
  })
  const revoked = await sec.call('assignment.revoke', {
    assignmentId: (local.body as { id: number }).id,
    reason: '调离',
  })
  expect(revoked.status).toBe(200)
})

test('an area outside the county and a role without its party are refused', async () => {
  const sec = await house.signIn('secadmin')
  const { id } = await idOf('liuxi')
  expect(
    (await sec.call('assignment.grant', { accountId: id, role: 'clerk', area: '110101', office: 'x' }))
      .status,
  ).toBe(422)
  expect(
    code(await sec.call('assignment.grant', { accountId: id, role: 'broker', area: '990101', office: 'x' })),
  ).toBe('account.partyNeeded')
})

test('a deputy acts for the other, with the verbs handed over, until it is ended (OF-22)', async () => {
  const chief = await house.signIn('liuxi')
  const deputyClient = await house.signIn('baishui', 'Secondtime-2')
  const mine = (await idOf('liuxi')).hats[0]?.id
  const base = { assignmentId: mine, login: 'baishui', validTo: '2099-01-01', reason: '产假' }
  expect(code(await chief.call('assignment.delegate', base))).toBe('account.notDelegable') // longer than a year
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  expect(
    code(await chief.call('assignment.delegate', { ...base, validTo: soon, verbs: ['case.approve'] })),
  ).toBe('account.notDelegable')
  expect(code(await chief.call('assignment.delegate', { ...base, validTo: soon, login: 'admin' }))).toBe(
    'account.notDelegable',
  )
  const made = await chief.call('assignment.delegate', { ...base, validTo: soon, verbs: ['case.check'] })
  expect(made.status).toBe(200)
  expect((await deputyClient.call('case.check')).body).toEqual({
    name: '韦桂英',
    actsFor: '人liuxi',
    area: '990101103',
  })
  expect((await chief.call('assignment.delegations')).body).toMatchObject({
    delegations: [{ name: '韦桂英', reason: '产假' }],
  })
  await chief.call('assignment.endDelegation', { assignmentId: (made.body as { id: number }).id })
  expect(code(await deputyClient.call('case.check'))).toBe('platform.notAllowed')
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
    'assignment.grant',
    'assignment.delegate',
    'session.scope',
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
