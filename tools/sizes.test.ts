import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sizeProblems } from './sizes.mjs'

let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'xiangce-sizes-'))
})
afterEach(() => rmSync(tree, { recursive: true, force: true }))

function problemsOf(file: string, text: string): string[] {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), text)
  return sizeProblems(tree)
}

const lines = (count: number) => '// a line\n'.repeat(count)

describe('the check of sizes, names and words', () => {
  const inOrder: [file: string, text: string][] = [
    ['server/src/ledger/post.ts', lines(250)],
    ['server/src/policy/table.data.ts', lines(900)],
    ['server/src/ledger/post-store.ts', `import { sql } from 'kysely'\nsql\`select 1\`\n`],
    ['server/src/ledger/tables.ts', `import type { Generated } from 'kysely'\n`],
    ['vitest.config.ts', 'export default {}\n'],
    ['docs/a.md', 'see https://example.org/work/a and server/work/b\n'],
  ]
  it.each(inOrder)('accepts %s', (file, text) => {
    expect(problemsOf(file, text)).toEqual([])
  })

  const slash = '/'
  const faults: [saying: string, file: string, text: string][] = [
    ['251 lines', 'server/src/ledger/post.ts', lines(251)],
    ['"utils" says nothing', 'server/src/ledger/utils.ts', ''],
    ['"helpers" says nothing', 'web/src/helpers/money.ts', ''],
    ['"common" says nothing', 'server/src/common/a.ts', ''],
    ['"manager" says nothing', 'server/src/ledger/fund-manager.ts', ''],
    ['default export', 'server/src/ledger/post.ts', 'export default 1\n'],
    ['SQL', 'server/src/ledger/post.ts', `import { sql } from 'kysely'\n`],
    ['SQL', 'server/src/ledger/post.ts', `const rows = sql<Row>\`select 1\`\n`],
    ['SQL', 'server/src/ledger/post.ts', `await db\n  .selectFrom('entry')\n`],
    ['SQL', 'server/src/ledger/post.ts', `await client.query('select 1')\n`],
    ['path of a machine', 'README.md', `see ${slash}work${slash}main\n`],
    ['path of a machine', 'server/src/a.ts', `const home = '${slash}home${slash}li'\n`],
    ['address of a registry', 'package-lock.json', `"https://registry.npm${'js'}.org/pg"\n`],
  ]
  it.each(faults)('finds %s in %s', (saying, file, text) => {
    const found = problemsOf(file, text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(file)
    expect(found[0]).toContain(saying)
  })
})
