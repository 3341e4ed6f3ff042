// All checks of the house, cheapest first; the last line is `N passed, N failed`.
// --quick: no browser, and only the tests that a change touches. --static: no test at all.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildWeb } from './build.mjs'
import { nodeProgram, root } from './install.mjs'
import { installBrowser } from './install-browser.mjs'
import { runQuietly } from './run.mjs'
import { runTests } from './run-tests.mjs'

const quick = process.argv.includes('--quick')
const staticOnly = process.argv.includes('--static')

const tsc = 'node_modules/typescript7/bin/tsc'
const staticChecks = [
  ['types, server', tsc, '-p', 'server'],
  ['types, bench', tsc, '-p', 'server/bench'],
  ['types, web', tsc, '-p', 'web'],
  [
    'lint and format',
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--diagnostic-level=error',
    '--reporter=concise',
    '.',
  ],
  ['layers', 'tools/layers.mjs'],
  ['sizes, names, words', 'tools/sizes.mjs'],
]

const total = { passed: 0, failed: 0 }

function count(name, passed) {
  total[passed ? 'passed' : 'failed']++
  console.log(`${passed ? '✓' : '✗'} ${name}`)
}

async function check([name, ...args]) {
  const { passed, output } = await runQuietly(nodeProgram(), args)
  count(name, passed)
  if (!passed) console.log(output)
}

/** Two at a time, because the target is two cores. */
async function runStatic() {
  const waiting = [...staticChecks]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next)
  }
  await Promise.all([worker(), worker()])
}

/** What git calls changed: the work not yet committed, else the last commit. */
function changedArguments() {
  const dirty = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim()
  return ['--changed', ...(dirty ? [] : ['HEAD~1']), '--exclude', 'server/test/browser/**']
}

async function testsWithBrowser() {
  count('web page', buildWeb())
  if (existsSync(join(root, 'server', 'test', 'browser')) && !findBrowser()) installBrowser()
  return runTests([])
}

await runStatic()
if (!staticOnly) {
  const { passed, failed } = await (quick ? runTests(changedArguments()) : testsWithBrowser())
  total.passed += passed
  total.failed += failed
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0
