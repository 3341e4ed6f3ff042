import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { inProcess, type Ran, started } from '#test/command-line.ts'

// Some calls start the whole program anew.
vi.setConfig({ testTimeout: 60_000 })

const woman = { sex: 'female', birthDate: '1968-06-12', takenOn: '2023-06-30', base: '50000.00' }

/** A database that is not there shows that none is asked for. */
const database = 'postgres://127.0.0.1:1/none'
const folder = mkdtempSync(join(tmpdir(), 'facts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = ({ code, out, err }: Ran) => ({ code, out, errors: err, json: () => JSON.parse(out) })

/** The command as a shell runs it. */
async function asProcess(words: readonly string[], input?: unknown) {
  const piped = input === undefined ? {} : { input: JSON.stringify(input) }
  return read(await started({ database, ...piped }, ...words))
}

/** The same without a process: what would come through the pipe is in a file. */
async function xiangce(words: readonly string[], input?: unknown) {
  if (input === undefined) return read(await inProcess(database, ...words))
  const file = join(folder, 'input.json')
  writeFileSync(file, JSON.stringify(input))
  return read(await inProcess(database, ...words.map((word) => (word === '-' ? file : word))))
}

const protection = ['assess', 'land-security.protection', '--facts', '-', '--json']

describe('xiangce policies', () => {
  it('gives facts with kind and label, results, and parameters with their clause', async () => {
    const { code, json } = await asProcess(['policies', '--json'])
    const found = json().policies.find((one: { id: string }) => one.id === 'land-security.protection')
    expect(code).toBe(0)
    expect(found.title.zh).toBe('被征地农民基本生活保障')
    expect(found.facts.find((f: { name: string }) => f.name === 'birthDate')).toMatchObject({
      kind: 'day',
      label: { zh: '出生日期', en: 'Date of birth' },
    })
    expect(found.results.map((r: { name: string }) => r.name)).toContain('individualAccount')
    expect(found.parameters.find((p: { key: string }) => p.key === 'government').values[0]).toMatchObject({
      value: '30',
      citation: { source: 'S000', clause: '篇一 三·第一（三）' },
    })
  })

  it('names documents and clauses in the language asked for', async () => {
    const { out } = await xiangce(['policies', '--locale', 'en'])
    expect(out.split('\n').find((one) => one.startsWith('land-security.protection'))).toBe(
      'land-security.protection  Basic security of land-expropriated farmers  Employment Review Papers, part 1, III.1',
    )
  })
})

describe('xiangce assess', () => {
  it('LS-10: one object in, one result out, without a database', async () => {
    const { code, json } = await asProcess(protection, woman)
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      policy: 'land-security.protection',
      status: 'known',
      result: { category: 'above', individualAccount: '35000.00', pooled: '15000.00' },
      missing: [],
    })
  })

  it('an array comes back in its order, whole also through a pipe (more than 64 KiB)', async () => {
    const men = Array.from({ length: 40 }, (_, i) => ({ ...woman, base: `${i + 1}000.00` }))
    const { out, json } = await asProcess(protection, men)
    const found: { result: { total: string } }[] = json()
    expect(out.length).toBeGreaterThan(65_536)
    expect(found.map(({ result }) => result.total)).toEqual(men.map(({ base }) => base))
  })

  it('tells a wrong form, a misspelt fact and what is unknown apart, each for its own subject', async () => {
    const { sex: _, ...unsexed } = { ...woman, birthDate: '1966-01-01' }
    const { code, json } = await xiangce(protection, [
      { ...woman, birthDate: '1968', base: 50000 },
      { ...woman, birthday: '1968-06-12' },
      unsexed,
      { takenOn: '2023-06-30', birthDate: '2010-01-01' },
    ])
    const [wrong, misspelt, open, child] = json()
    expect(code).toBe(2) // bad news about at least one
    expect(wrong.status).toBe('problem')
    expect(wrong.problems.map((p: { details: unknown }) => p.details)).toEqual([
      { fact: 'birthDate', expected: 'day', example: '"2023-06-30"' },
      { fact: 'base', expected: 'money', example: '"50000.00"' },
    ])
    expect(misspelt.problems[0]).toMatchObject({ code: 'fact.undeclared', details: { fact: 'birthday' } })
    expect(open).toMatchObject({ status: 'unknown', missing: ['sex'] }) // LS-03: 57 years old, only the sex decides
    expect(child).toMatchObject({ status: 'known', missing: [], result: { category: 'minor' } }) // LS-06
    expect(child.result.due).toEqual({ applicable: false })
  })

  it('AMB-22: a parameter that only a county sets is named, and can be given in a file', async () => {
    const file = join(folder, 'parameters.json')
    writeFileSync(file, JSON.stringify({ standard: '240.00', dibao: '230.00' }))
    const facts = {
      category: 'above',
      sex: 'female',
      birthDate: '1968-06-12',
      payMonth: '2023-06-01',
      diedOn: { applicable: false },
    }
    const words = ['assess', 'land-security.pension', '--facts', '-', '--json']
    expect((await xiangce(words, facts)).json().missingParameters).toEqual(['dibao', 'standard'])
    expect((await xiangce([...words, '--parameters', file], facts)).json().result.monthly).toBe('240.00')
  })

  it.each([
    ['no policy', 'policy.absent', ['nothing', '--facts', '-'], {}],
    ['no facts', 'policy.factsAbsent', ['land-security.protection'], undefined],
    ['facts that are no object', 'policy.factsFile', ['land-security.protection', '--facts', '-'], 3],
    ['no such day', 'policy.day', ['land-security.protection', '--facts', '-', '--on', '2023-02-30'], woman],
  ])('%s: %s', async (_, code, words, input) => {
    const refused = await xiangce(['assess', ...words, '--json'], input)
    expect([refused.code, JSON.parse(refused.errors).code]).toEqual([1, code])
  })
})
