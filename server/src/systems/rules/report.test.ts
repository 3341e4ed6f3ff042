/** The report of rules against what is known of a few of them, and the reading of numbers in texts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { carriersOf } from './carriers.ts'
import { catalogue } from './catalogue.data.ts'
import { rulesIn } from './mentions.ts'
import { ruleReport } from './report.ts'

const { rules, unknown } = ruleReport()
const at = (rule: string) => rules.find((line) => line.rule === rule)

describe('rulesIn', () => {
  it('reads numbers, letters and spans', () => {
    expect([...rulesIn('// LS-07 to LS-09, INC-19a; GEN-01')]).toEqual([
      'LS-07',
      'LS-09',
      'INC-19a',
      'GEN-01',
      'LS-08',
    ])
    expect([...rulesIn('LS-03 … LS-05')].sort()).toEqual(['LS-03', 'LS-04', 'LS-05'])
  })

  it('is not taken in by what only looks like one', () => {
    expect([...rulesIn('UTF-8 LS-7 ls-07 LS-071')]).toEqual([])
  })
})

describe('the report', () => {
  it('has every rule once, as many as the catalogue counts', () => {
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length)
    const counts = Object.fromEntries(catalogue.map(({ prefix, rules }) => [prefix, rules.length]))
    expect(counts).toEqual({
      ...{ GEN: 14, LS: 22, NP: 7, WF: 5, SV: 4, AH: 6, CQ: 15, JQ: 7, LM: 21, IA: 8 },
      ...{ CT: 24, XB: 7, TP: 14, DX: 8, PR: 8, EP: 14, HF: 15, VR: 18, INC: 38, AMB: 52, OF: 40 },
    })
  })

  it('knows every number that examples and code cite', () => {
    expect(unknown).toEqual([])
  })

  it('names policy, fund and tests of the three contributions', () => {
    expect(at('LS-07')?.carriers).toContainEqual({
      kind: 'policy',
      name: 'land-security.funding-plan',
      examples: expect.any(Number),
    })
    expect(at('LS-07')?.carriers.map(({ kind }) => kind)).toContain('fund')
    expect(at('LS-07')?.tests.length).toBeGreaterThan(0)
  })

  it('does not count a test, or this list of rules, as what carries a rule', () => {
    for (const { tests } of rules) expect(tests.filter((name) => name.includes('systems/rules/'))).toEqual([])
    for (const { carriers } of rules)
      for (const { name } of carriers) expect(name).not.toMatch(/\.test\.tsx?$|systems\/rules\//)
  })

  it('reads a tree: a check carries, a test only names, the invented county only talks', () => {
    const root = planted({
      'server/src/systems/a/checks/one.ts': '// LS-01',
      'server/src/systems/a/checks/one.test.ts': '// LS-02',
      'server/src/systems/demo/story.ts': '// LS-03',
      'server/test/walk.ts': '// LS-01',
      'server/migrations/one.sql': '-- LS-04',
      'web/src/page.tsx': '',
    })
    const found = carriersOf([], root)
    expect(found.get('LS-01')).toEqual({
      carriers: [{ kind: 'check', name: 'server/src/systems/a/checks/one.ts' }],
      tests: ['server/test/walk.ts'],
    })
    expect(found.get('LS-02')?.carriers).toEqual([])
    expect(found.get('LS-03')).toBeUndefined()
    expect(found.get('LS-04')?.carriers.map(({ kind }) => kind)).toEqual(['room'])
    rmSync(root, { recursive: true })
  })
})

function planted(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rules-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
