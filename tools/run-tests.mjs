// Runs Vitest and counts: its own exit code also speaks of errors that belong to no test.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeProgram } from './install.mjs'
import { runOpenly } from './run.mjs'

/** `{ passed, failed }`; a file that does not load, or an error outside a test, counts as one failed. */
export async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'xiangce-test-'))
  try {
    const report = join(folder, 'report.json')
    const flags = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests']
    const run = await runOpenly(nodeProgram(), ['node_modules/vitest/vitest.mjs', 'run', ...flags, ...args])
    return counted(readReport(report), run.passed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Sums a report of Vitest. A test that did not run did not pass: it is named and counted as failed. */
export function counted(report, exitedWell) {
  if (!report) return { passed: 0, failed: 1 }
  const idle = report.testResults.flatMap(idleTests)
  for (const name of idle) console.log(`✗ not run: ${name}`)
  const brokenFiles = report.testResults.filter(isBroken).length
  const failed = report.numFailedTests + idle.length + brokenFiles
  return { passed: report.numPassedTests, failed: failed || (exitedWell ? 0 : 1) }
}

function idleTests(file) {
  return file.assertionResults
    .filter((test) => !isDone(test.status))
    .map((test) => `${file.name}: ${test.fullName}`)
}

function isDone(status) {
  return status === 'passed' || status === 'failed'
}

function isBroken(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // Vitest ended before it could report
  }
}
