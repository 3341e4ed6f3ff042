import { describe, expect, it } from 'vitest'
import { counted } from './run-tests.mjs'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: each })),
})

describe('counting what Vitest reports', () => {
  it('takes its numbers', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, testResults: [file('failed', 'passed', 'failed')] }
    expect(counted(report, false)).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a test that did not run as failed', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('passed', 'passed', 'skipped', 'todo')],
    }
    expect(counted(report, true)).toEqual({ passed: 1, failed: 2 })
  })

  it('counts a file that does not load, an error outside any test, and no report at all', () => {
    expect(counted({ numPassedTests: 1, numFailedTests: 0, testResults: [file('failed')] }, false)).toEqual({
      passed: 1,
      failed: 1,
    })
    expect(
      counted({ numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] }, false),
    ).toEqual({ passed: 1, failed: 1 })
    expect(counted(undefined, false)).toEqual({ passed: 0, failed: 1 })
  })

  it('is content when all is well', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] }
    expect(counted(report, true)).toEqual({ passed: 1, failed: 0 })
  })
})
