/** What a system knows of a register's rosters together with the words that officers added. */
import type { Ctx } from '#platform'
import type { ImportDeclaration } from '../define.ts'
import type { Importer } from '../importer.ts'
import type { AddedWord, Reading } from '../word-store.ts'
import { addedWords } from '../word-store.ts'

/** Words for choices, the officers' before the system's. */
export async function rulesWith(
  ctx: Ctx,
  importer: Importer,
  reading: Reading,
): Promise<ImportDeclaration | undefined> {
  const { register } = reading
  const rules = importer.rulesOf(register)
  const added = (await addedWords(ctx, reading)).filter(({ kind }) => kind === 'value')
  if (added.length === 0) return rules
  return { ...rules, register, words: wordsWith(rules?.words ?? {}, added) }
}

type Words = NonNullable<ImportDeclaration['words']>

/** The sender's own words come first in the list and win. */
function wordsWith(words: Words, added: readonly AddedWord[]): Words {
  const all: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(words).map(([field, own]) => [field, { ...own }]),
  )
  for (const { field, text, means } of added.toReversed()) all[field] = { ...all[field], [text]: means }
  return all
}
