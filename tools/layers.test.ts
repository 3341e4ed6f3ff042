import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runQuietly } from './run.mjs'

const root = join(import.meta.dirname, '..')
let base: string
let count = 0
let tree: string

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'xiangce-layers-'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** A small house that keeps every rule; each test plants one fault in it. */
beforeEach(() => {
  tree = join(base, String(count++))
  for (const file of ['server/package.json', 'web/package.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, file), join(tree, file), { recursive: true })
  for (const room of ['kernel', 'platform', 'register', 'policy', 'procedure', 'systems'])
    plant(`server/src/${room}/index.ts`, `export const ${room} = 1\n`)
  plant('server/src/kernel/expression/index.ts', 'export const expression = 1\n')
  plant(
    'server/src/register/inner.ts',
    `import { platform } from '#platform'\nexport const inner = platform\n`,
  )
  plant('server/src/api.ts', 'export type Api = { a: 1 }\nexport const value = 1\n')
  plant(
    'web/src/page.tsx',
    `import type { Api } from 'xiangce/api'\nimport { kernel } from 'xiangce/kernel'\nexport const page: Api = { a: kernel as 1 }\n`,
  )
  mkdirSync(join(tree, 'node_modules'))
  symlinkSync(join(tree, 'server'), join(tree, 'node_modules', 'xiangce'))
  plant('node_modules/pg/index.js', 'module.exports = {}\n')
})

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), text)
}

const check = () => runQuietly(process.execPath, [join(root, 'tools', 'layers.mjs'), tree])

describe('the layer check', () => {
  it('accepts a house in order', async () => {
    expect(await check()).toEqual({ passed: true, output: '' })
  })

  const faults: [rule: string, file: string, text: string][] = [
    ['looks-down-only', 'server/src/kernel/up.ts', `import '#platform'`],
    ['looks-down-only', 'server/src/kernel/up-by-type.ts', `import type { platform } from '#platform'`],
    ['looks-down-only', 'server/src/register/sideways.ts', `import { policy } from '#policy'\npolicy`],
    [
      'looks-down-only',
      'server/src/procedure/names-a-system.ts',
      `import { systems } from '#systems'\nsystems`,
    ],
    ['front-door-only', 'server/src/procedure/window.ts', `import '../register/inner.ts'`],
    ['known-rooms-only', 'server/src/platform/new.ts', `import '../attic/index.ts'`],
    ['tests-stay-outside', 'server/src/platform/cheat.ts', `import '../../test/world.ts'`],
    ['no-cycle', 'server/src/platform/a.ts', `import { b } from './b.ts'\nexport const a = () => b`],
    ['driver-only-in-platform', 'server/src/register/driver.ts', `import pg from 'pg'\npg`],
    [
      'kernel-runs-in-the-browser',
      'server/src/kernel/hash.ts',
      `import { createHash } from 'node:crypto'\ncreateHash`,
    ],
    [
      'web-sees-kernel-and-api-only',
      'web/src/peek.ts',
      `import type { inner } from '../../server/src/register/inner.ts'`,
    ],
    ['web-takes-types-of-api', 'web/src/runs.ts', `import { value } from 'xiangce/api'\nvalue`],
    ['resolves', 'server/src/register/lost.ts', `import './gone.ts'`],
  ]
  it.each(faults)('%s bites: %s', async (rule, file, text) => {
    plant('server/test/world.ts', 'export const world = 1\n')
    plant('server/src/platform/b.ts', `import { a } from './a.ts'\nexport const b = () => a\n`)
    if (rule !== 'no-cycle') plant('server/src/platform/a.ts', 'export const a = 1\n')
    if (rule === 'known-rooms-only') plant('server/src/attic/index.ts', 'export const attic = 1\n')
    plant(file, `${text}\nexport const fault = 1\n`)
    const { passed, output } = await check()
    expect(output).toContain(`${rule}: ${file}`)
    expect(passed).toBe(false)
  })

  it('accepts the driver in platform', async () => {
    plant('server/src/platform/driver.ts', `import pg from 'pg'\nexport const driver = pg\n`)
    expect(await check()).toEqual({ passed: true, output: '' })
  })

  it('fails when a file was not looked at', async () => {
    plant(
      '.dependency-cruiser.cjs',
      `module.exports = { forbidden: [], options: { exclude: { path: 'inner' } } }\n`,
    )
    const { passed, output } = await check()
    expect(output).toContain('server/src/register/inner.ts: was not looked at')
    expect(passed).toBe(false)
  })
})
