// Sizes, names and words: what keeps the house readable and says nothing about the machine it was built on.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rootArgument } from './layers.mjs'
import { filesUnder } from './tree.mjs'

const MOST_LINES = 250
const emptyNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers'])
const needDefaultExport = new Set(['vitest.config.ts', 'web/vite.config.ts'])

// Written in pieces, so that this list does not find itself.
const foreignWords = [
  ['a path of a machine', /(^|[^A-Za-z0-9_.])\/(work|farm)\//m],
  ['a path of a machine', /(^|[^A-Za-z0-9_.])\/(home|Users)\/[a-z]/m],
  [
    'the address of a registry',
    new RegExp(['registry\\.npm(js|mirror)', 'deb\\.debian', 'npmmirror\\.com'].join('|')),
  ],
]

const checks = [lineProblems, nameProblems, defaultExportProblems, sqlProblems, wordProblems]

/** Problems of a tree as lines of text. */
export function sizeProblems(root) {
  const files = filesUnder(root)
  return files.flatMap((path) => {
    const text = isText(path) ? readFileSync(join(root, path), 'utf8') : ''
    return checks.flatMap((check) => check({ path, text }))
  })
}

function lineProblems({ path, text }) {
  const lines = text.split('\n').length - 1
  const counts = isCode(path) && !/\.data\.\w+$/.test(path)
  return counts && lines > MOST_LINES ? [`${path}: ${lines} lines, at most ${MOST_LINES}`] : []
}

function nameProblems({ path }) {
  const words = path.split(/[/.\-_]/)
  const empty = words.find((word) => emptyNames.has(word.toLowerCase()))
  return empty ? [`${path}: "${empty}" says nothing; name it by what it is`] : []
}

function defaultExportProblems({ path, text }) {
  if (!isCode(path) || needDefaultExport.has(path)) return []
  return /^export default\b/m.test(text) ? [`${path}: default export`] : []
}

/** Pragmatic: what builds SQL in this house is Kysely, its `sql` tag, or a query given to the driver. */
function sqlProblems({ path, text }) {
  if (!/^server\/src\/.*\.ts$/.test(path) || mayHoldSql(path)) return []
  const found = text.match(
    /^import (?!type\b).* from 'kysely'|\bsql(<[^>`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\.query\(\s*[`'"]/m,
  )
  return found ? [`${path}: SQL (${found[0].trim()}) outside a store.ts or .sql file`] : []
}

function mayHoldSql(path) {
  return path.startsWith('server/src/platform/') || /store\.ts$/.test(path) || /\.test\.ts$/.test(path)
}

function wordProblems({ path, text }) {
  return foreignWords.flatMap(([what, pattern]) => (pattern.test(text) ? [`${path}: names ${what}`] : []))
}

function isCode(path) {
  return /\.(ts|tsx|mjs|cjs|js)$/.test(basename(path))
}

function isText(path) {
  return /\.(ts|tsx|mjs|cjs|js|json|md|sql|css|html|yml|yaml|typ|txt|sh)$|(^|\/)\.?[a-z]+$/.test(path)
}

if (import.meta.main) {
  const problems = sizeProblems(rootArgument())
  for (const line of problems) console.error(line)
  process.exitCode = problems.length ? 1 : 0
}
