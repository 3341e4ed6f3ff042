import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '#test/database.ts'
import { appendAudit } from './audit.ts'
import { exportAudit, verifyExport } from './audit-export.ts'

let county: TestCounty
let lines: string[]

beforeAll(async () => {
  county = await testCounty()
  const actor = county.actor()
  for (const subject of ['case:1', 'case:2', 'case:3'])
    await county.run(actor, (ctx) =>
      appendAudit(ctx, {
        operation: 'case.act',
        kind: 'write',
        notes: [{ subject, text: { zh: '审定“甲”', en: 'decide' } }],
      }),
    )
  lines = await county.run(actor, ({ tx }) => exportAudit(tx))
})
afterAll(() => county.close())

const proof = (changed: readonly (string | undefined)[]) => verifyExport(changed.join('\n')).broken

test('an export proves itself without the database', () => {
  expect(verifyExport(lines.join('\n'))).toMatchObject({ count: 3, broken: null })
})

test.each([
  ['a changed line', () => lines.map((line) => line.replace('case:2', 'case:9')), { seq: 2, why: 'hash' }],
  ['a missing line', () => [lines[0], lines[2], lines[3]], { seq: 2, why: 'missing' }],
  ['a missing end', () => [lines[0], lines[1], lines[3]], { seq: 2, why: 'head' }],
  ['no head', () => lines.slice(0, 3), { seq: 3, why: 'head' }],
  ['a line after the head', () => [...lines, lines[0]], { seq: 3, why: 'head' }],
])('%s is found', (_, changed, broken) => {
  expect(proof(changed())).toEqual(broken)
})
