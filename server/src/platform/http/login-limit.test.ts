import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorRoles, buildServer } from '#platform'
import { type TestHouse, testHouse } from '#test/house.ts'
import { loginLimit } from './login-limit.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ roles: administratorRoles, accounts: [], server: { loginTries: 6 } })
})
afterAll(() => house.close())

test('the window of an address ends after a minute', () => {
  let now = 0
  const limit = loginLimit(2, () => now)
  limit.take('a')
  limit.take('a')
  limit.take('b')
  expect(() => limit.take('a')).toThrow(
    expect.objectContaining({ code: 'account.tooMany', details: { seconds: 60 } }),
  )
  now = 60_001
  limit.take('a')
})

test('behind a trusted proxy each address has tries of its own', async () => {
  const proxied = await buildServer(house.house, {
    logLevel: 'silent',
    loginTries: 1,
    trustedProxies: ['127.0.0.1'],
  })
  const attempt = async (from: string) => {
    const answer = await proxied.inject({
      method: 'POST',
      url: '/api/session/login',
      headers: { 'x-xiangce': '1', 'x-forwarded-for': from },
      payload: { name: 'nobody-there', password: 'x' },
    })
    return answer.statusCode
  }
  expect([await attempt('10.0.0.1'), await attempt('10.0.0.2'), await attempt('10.0.0.1')]).toEqual([
    401, 401, 429,
  ])
  await proxied.close()
})

test('an address that tries too often waits; a forged x-forwarded-for does not help', async () => {
  const tries = Array.from({ length: 8 }, (_, i) =>
    house
      .visitor({ 'x-forwarded-for': `10.0.0.${i}` })
      .call('session/login', { name: `who${i}`, password: 'x' }),
  )
  const statuses = (await Promise.all(tries)).map((answer) => answer.status)
  expect(statuses).toContain(429)
})
