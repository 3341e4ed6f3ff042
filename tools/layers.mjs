// The layer check: fails on a forbidden import, and unless every TypeScript file of the tree was looked at
// (with a TypeScript that the cruiser cannot use it would look at none and find nothing wrong).
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { filesUnder } from './tree.mjs'

const places = ['server/src', 'server/test', 'web/src']

/** Problems of a tree as lines of text; `root` holds `server`, `web` and `.dependency-cruiser.cjs`. */
export async function layerProblems(root) {
  const found = places.filter((place) => existsSync(join(root, place)))
  const present = found.flatMap((place) => filesUnder(root, place)).filter(isCode)
  const { modules, summary } = await look(root, found)
  const seen = new Set(modules.map((module) => module.source))
  return [
    ...summary.violations.map(violationText),
    ...present.filter((file) => !seen.has(file)).map((file) => `${file}: was not looked at`),
    ...(present.length === 0 ? ['no TypeScript file was found'] : []),
  ]
}

async function look(root, found) {
  const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))
  const rules = { ruleSet: { forbidden }, validate: true, ...options, baseDir: root }
  return (await cruise(found, rules)).output
}

function isCode(file) {
  return /\.tsx?$/.test(file) && !file.endsWith('.d.ts')
}

function violationText({ rule, from, to, cycle }) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' -> ') : `${from} -> ${to}`
  return `${rule.name}: ${way}`
}

/** The root to look at: the argument, or this repository. */
export function rootArgument() {
  return resolve(process.argv[2] ?? join(import.meta.dirname, '..'))
}

if (import.meta.main) {
  const problems = await layerProblems(rootArgument())
  for (const line of problems) console.error(line)
  process.exitCode = problems.length ? 1 : 0
}
