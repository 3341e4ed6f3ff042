/** A proof is verified without the county: one flipped byte is found, and so is a file that was forged as a whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { makeProof } from '../../src/procedure/proof/make.ts'
import { sealed } from '../../src/procedure/proof/proof.ts'
import { inChain, verifyProof } from '../../src/procedure/proof/verify.ts'
import { interestEntry, ratesAndMoney, room, yearly } from './explain.kit.ts'
import { account, doRun, walkers } from './run.kit.ts'

let county: TestCounty
let bytes: Buffer
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

beforeAll(async () => {
  county = await testCounty()
  await run(ratesAndMoney)
  const id = await run((ctx) => account(ctx, 300, 35_000_00, '2024-06-30'))
  await doRun(county, walkers(county, yearly), { run: yearly.id, period: '2024' })
  const { entryId } = await interestEntry(county, id, 2024)
  bytes = Buffer.from(await run((ctx) => makeProof(room, ctx, entryId)))
})
afterAll(() => county.close())

describe('a proof', () => {
  it('holds, with the rate, the balances, the amount, the voucher and who signed', () => {
    const report = verifyProof(bytes)
    expect(report.points.filter(({ ok }) => !ok)).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.proof?.signers.map(({ act }) => act.zh)).toEqual(['提出批量', '审批批量', '制单', '复核'])
    expect(report.proof?.voucher.link?.kind).toBe('run')
  })

  it('finds any one byte that was changed, a space or a line feed too', () => {
    const step = Math.max(1, Math.floor(bytes.length / 600))
    let tried = 0
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8))
      tried += 1
      if (verifyProof(flipped).ok) throw new Error(`byte ${at} was changed and not found`)
    }
    expect(tried).toBeGreaterThanOrEqual(600)
    const text = bytes.toString('utf8')
    for (const other of [
      ` ${text}`,
      `\uFEFF${text}`,
      text.replace(',', ', '),
      `${text}\n`,
      text.trimEnd(),
      '',
    ])
      expect(verifyProof(Buffer.from(other)).ok).toBe(false)
  })

  it.each([
    ['the rate', 'rate', (s: string) => s.replaceAll('"rate":"1.37"', '"rate":"2.37"')],
    ['the amount claimed', 'claim', (s: string) => s.replace(/"booked":(\d)/, '"booked":9$1')],
    ['a balance', 'opening', (s: string) => s.replace(/("moves":\[\{"day":"[^"]+","amount":)(\d)/, '$19$2')],
    ['the signer', 'signers', (s: string) => s.replace(/("zh":"制单".*?"name":")/, '$1改')],
    [
      'the reasons left out',
      'reasons',
      (s: string) =>
        JSON.stringify({
          ...JSON.parse(s),
          basis: 'document',
          reasons: [],
          given: [],
          claim: null,
          balances: null,
        }),
    ],
    ['the rule', 'tree', (s: string) => s.replace('"rounding":"half-up"', '"rounding":"down"')],
    ['a name of the voucher', 'header', (s: string) => s.replace(/("header":\[.*?"[^"]*?)测试/, '$1改写')],
    ['a parameter', 'book', (s: string) => s.replaceAll('"value":"1.37"', '"value":"1.38"')],
  ])('finds %s changed by somebody who has taken the digest anew', (_what, _place, change) => {
    const { digest: _, ...body } = JSON.parse(bytes.toString('utf8'))
    const changed = change(JSON.stringify(body))
    expect(changed).not.toBe(JSON.stringify(body))
    const report = verifyProof(Buffer.from(sealed(JSON.parse(changed))))
    expect(report.ok).toBe(false)
    expect(report.proof).not.toBeNull()
  })

  it('stands in the chain that was exported before, and not in another', async () => {
    const lines = await run(async (ctx) => {
      const all: string[] = []
      for await (const line of exportChain(ctx)) all.push(line)
      return all.join('')
    })
    const { proof } = verifyProof(bytes)
    if (!proof) throw new Error('the proof was not read')
    const hash = proof.voucher.link?.hash ?? ''
    expect(inChain(proof, Buffer.from(lines)).ok).toBe(true)
    expect(inChain(proof, Buffer.from(lines.replaceAll(hash, hash.replace(/^./, 'x')))).ok).toBe(false)
    expect(inChain(proof, Buffer.from('')).ok).toBe(false)
  })
})
