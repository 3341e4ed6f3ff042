// The glossary is true: every identifier that it names stands in the source.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Identifiers of the second column. */
function identifiersOf(markdown: string): string[] {
  return [...markdown.matchAll(/^\| [^|]+ \| `([A-Za-z_]+)` +\|/gm)].map(([, name]) => name ?? '')
}

/** Whether some tracked source file holds the word. */
function stands(word: string): boolean {
  const files = execFileSync('git', ['ls-files', 'server/src', 'server/migrations'], {
    cwd: root,
    encoding: 'utf8',
  })
  const pattern = new RegExp(`\\b${word}\\b`)
  return files
    .split('\n')
    .filter((path) => /\.(ts|sql)$/.test(path))
    .some((path) => pattern.test(readFileSync(join(root, path), 'utf8')))
}

describe('GLOSSARY.md', () => {
  const names = identifiersOf(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'))

  it('names more than twenty words', () => {
    expect(names.length).toBeGreaterThan(20)
  })

  it.each(names)('%s stands in the source', (name) => {
    expect(stands(name)).toBe(true)
  })

  it('would notice a word that is gone', () => {
    expect(stands('quitepossiblynowhere')).toBe(false)
  })
})
