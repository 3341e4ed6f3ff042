import { afterAll, beforeAll, expect, test } from 'vitest'
import { t } from '#kernel'
import { defineRole } from '#platform'
import type { TestHouse } from '#test/house.ts'
import { accountOf, codeOf, officeHouse } from '#test/office.ts'

let house: TestHouse
beforeAll(async () => {
  house = await officeHouse()
})
afterAll(() => house.close())

const idOf = (login: string) => accountOf(house, login)
const code = codeOf

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
  const admin = await house.signIn('admin')
  await admin.call('account.create', {
    login: 'baishui',
    name: '韦桂英',
    office: '白水乡',
    password: 'Firsttime-1',
  })
  const deputyClient = await house.signIn('baishui', 'Firsttime-1')
  await deputyClient.call('account.changePassword', { current: 'Firsttime-1', password: 'Secondtime-2' })
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

test('grants, deputies and changes of hat are in the chain of access', async () => {
  const audit = await house.signIn('auditadmin')
  const { records } = (await audit.call('access.list', { limit: 500 })).body as {
    records: { operation: string }[]
  }
  const kinds = new Set(records.map((record) => record.operation))
  for (const kind of [
    'assignment.grant',
    'assignment.revoke',
    'assignment.delegate',
    'assignment.endDelegation',
    'session.scope',
  ])
    expect(kinds).toContain(kind)
  expect((await audit.call('access.verify')).body).toMatchObject({ broken: null })
})
