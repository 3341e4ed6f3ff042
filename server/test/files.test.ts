/** Files in the database: what is large goes in and comes out piece by piece, and is the same. */
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform'
import { fileSize, readFile, release, saveFile } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'

let county: TestCounty
let clerk: Actor
beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
})
afterAll(() => county.close())

const MB = 1024 * 1024
const save = (name: string, bytes: Buffer) =>
  county.run(clerk, ({ tx }) => saveFile(tx, { name, mime: 'application/octet-stream', bytes }))
const read = (id: number) => county.run(clerk, ({ tx }) => readFile(tx, id))
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

it.each([0, 1, MB, 4 * MB, 4 * MB + 1, 9 * MB + 7])('%i bytes are kept as they are', async (size) => {
  const bytes = randomBytes(size)
  const { id, sha256 } = await save('名册.csv', bytes)
  expect(sha256).toBe(digest(bytes))
  const found = await read(id)
  expect([found.size, found.name, digest(found.bytes)]).toEqual([size, '名册.csv', sha256])
  expect(await county.run(clerk, ({ tx }) => fileSize(tx, id))).toBe(size)
})

it('the same bytes twice are one content under two names', async () => {
  const bytes = randomBytes(5 * MB)
  const [one, two] = [await save('一.csv', bytes), await save('二.csv', bytes)]
  expect(one.id).not.toBe(two.id)
  expect([(await read(one.id)).name, (await read(two.id)).name]).toEqual(['一.csv', '二.csv'])
  const { rows } = await county.db.ownerPool.query(
    'select count(*)::int as n from c990101.file_content where sha256 = $1',
    [one.sha256],
  )
  expect(rows).toEqual([{ n: 1 }])
})

it('two large files may be kept in one transaction', async () => {
  const [first, second] = [randomBytes(5 * MB), randomBytes(6 * MB)]
  const ids = await county.run(clerk, async ({ tx }) => {
    const given = { mime: 'text/csv' }
    const one = await saveFile(tx, { ...given, name: '一.csv', bytes: first })
    const two = await saveFile(tx, { ...given, name: '二.csv', bytes: second })
    return [one.id, two.id] as const
  })
  expect([digest((await read(ids[0])).bytes), digest((await read(ids[1])).bytes)]).toEqual([
    digest(first),
    digest(second),
  ])
})

it('bytes given back are gone, those that others share stay', () => {
  const own = Buffer.alloc(MB, 1)
  release(own)
  expect(own.length).toBe(0)
  const whole = Buffer.alloc(MB, 1)
  const part = whole.subarray(0, 10)
  release(part)
  expect([part.length, whole.length]).toEqual([10, MB])
})
