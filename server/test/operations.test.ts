/** One page that a reviewer can read: every door of the house, who may pass it, what the log keeps. `UPDATE_GOLDEN=1` rewrites it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { doors } from '../src/compose.ts'

const golden = fileURLToPath(new URL('./operations.txt', import.meta.url))

function table(): string {
  const rows = doors.map(({ name, can, audit, home, text }) =>
    [
      name.padEnd(28),
      (typeof can === 'function' ? '(by input)' : can).padEnd(22),
      audit.padEnd(8),
      (home ?? 'county').padEnd(10),
      text.zh,
    ].join(' '),
  )
  return `${rows.sort().join('\n')}\n`
}

test('every operation stands in the reviewed table with its verb and its audit', () => {
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, table())
  expect(table()).toBe(readFileSync(golden, 'utf8'))
})

test('names are given once, and every name is said in both languages', () => {
  const names = doors.map((op) => op.name)
  expect(new Set(names).size).toBe(names.length)
  expect(doors.filter(({ text }) => !text.zh || !text.en)).toEqual([])
})

test('what anybody may do without log-in writes nothing but what a fence of its own lets in', () => {
  const open = doors.filter((op) => op.can === 'public').map((op) => op.name)
  expect(open.filter((name) => !/^(notice|objection)\./.test(name))).toEqual([])
})
