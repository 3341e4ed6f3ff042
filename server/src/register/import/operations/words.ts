/** 设置/导入: the words of rosters that officers add, and what their corrections taught; shown, changed, removed. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Register } from '../../define.ts'
import type { Importer } from '../importer.ts'
import { builtInHeads, builtInWords } from '../mapping/vocabulary.ts'
import { importProblems } from '../problems.ts'
import { headKey } from '../table/head-text.ts'
import { addWord, dropWord, forgetHead, learnedHeads, spreadWord, wordsInSight } from '../word-store.ts'
import { mayMerge, requireRegister, text } from './shapes.ts'
import { isTarget, labelOf, targetsOf } from './targets.ts'

const register = z.string().max(60)

const word = z.object({
  id: z.number(),
  kind: z.enum(['head', 'value']),
  field: z.string(),
  text: z.string(),
  means: z.string(),
  /** What the field and the choice are called. */
  label: text,
  meansLabel: text.nullable(),
  sender: z.string(),
  office: z.string(),
  /** Whether it holds for the files of all offices. */
  general: z.boolean(),
  /** Whether the actor may remove it. */
  mine: z.boolean(),
  by: z.string(),
  at: z.string(),
})

const learned = z.object({
  id: z.number(),
  sender: z.string(),
  head: z.string(),
  target: z.string(),
  label: text,
  by: z.string().nullable(),
  at: z.string(),
})

export function wordsDoor(importer: Importer) {
  return operation({
    name: 'import.words',
    text: t('查看导入用语', 'Show the words of imports'),
    can: (given) => `${given.register}.read`,
    audit: 'none',
    input: z.object({ register }),
    output: z.object({
      targets: z.array(z.object({ target: z.string(), label: text })),
      /** What the system knows by itself, by field. */
      builtIn: z.array(z.object({ field: z.string(), label: text, heads: z.array(z.string()) })),
      choices: z.array(
        z.object({
          field: z.string(),
          label: text,
          options: z.array(z.object({ code: z.string(), label: text, words: z.array(z.string()) })),
        }),
      ),
      added: z.array(word),
      learned: z.array(learned),
      can: z.object({ change: z.boolean(), spread: z.boolean() }),
    }),
    run: async (ctx, { register: name }) => {
      requireRegister(ctx, importer, name)
      const declared = importer.registry.get(name)
      const rules = importer.rulesOf(name)
      return {
        targets: targetsOf(importer, name).map(({ target, label }) => ({ target, label })),
        builtIn: builtInHeads(declared, rules),
        choices: builtInWords(declared, rules),
        added: (await wordsInSight(ctx, name)).map(({ addedBy, addedAt, area, register: _, ...one }) => ({
          ...one,
          mine: mayChange(ctx, { area, office: one.office }),
          label: labelOf(declared, one.field),
          meansLabel: declared.fields[one.field]?.options?.[one.means] ?? null,
          by: addedBy,
          at: addedAt,
        })),
        learned: (await learnedHeads(ctx, name)).map(({ taughtBy, taughtAt, register: _, ...one }) => ({
          ...one,
          label: labelOf(declared, one.target),
          by: taughtBy,
          at: taughtAt,
        })),
        can: { change: mayMerge(ctx, name), spread: isCounty(ctx) && mayMerge(ctx, name) },
      }
    },
  })
}

export function teachDoor(importer: Importer) {
  return operation({
    name: 'import.teach',
    text: t('增加导入用语', 'Add a word of imports'),
    can: (given) => `${given.register}.import`,
    audit: 'write',
    input: z.object({
      register,
      kind: z.enum(['head', 'value']),
      /** Of a heading: what it means. Of a word: the field of choices. */
      field: z.string().max(60),
      text: z.string().trim().min(1).max(60),
      /** Of a word: the code of the choice. */
      means: z.string().max(60).default(''),
      /** Only for files of this sender; '' for all. */
      sender: z.string().trim().max(100).default(''),
    }),
    output: z.object({ id: z.number() }),
    run: async (ctx, given) => {
      const declared = importer.registry.get(given.register)
      const known = given.kind === 'head' ? isTarget(declared, given.field) : isChoice(declared, given)
      if (!known) throw importProblems.noTarget({ target: given.kind === 'head' ? given.field : given.means })
      const told = given.kind === 'head' ? headKey(given.text) : given.text.replace(/\s/g, '')
      if (told === '') throw importProblems.noWord()
      const id = await addWord(ctx, { ...given, text: told, means: given.kind === 'head' ? '' : given.means })
      ctx.note({ subject: `import-word:${id}`, after: { ...given, text: told } })
      return { id }
    },
  })
}

function isChoice({ fields }: Register, { field, means }: { field: string; means: string }): boolean {
  return means in (fields[field]?.options ?? {})
}

export function forgetDoor() {
  return operation({
    name: 'import.forget',
    text: t('去掉导入用语', 'Remove a word of imports'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ from: z.enum(['added', 'learned']), id: z.int().positive() }),
    output: z.object({}),
    run: async (ctx, { from, id }) => {
      const gone = from === 'added' ? await dropWord(ctx, id) : await forgetHead(ctx, id)
      if (!gone) throw importProblems.noSuchWord()
      requireMerge(ctx, gone.register)
      if ('general' in gone && !mayChange(ctx, gone)) throw importProblems.noSuchWord()
      ctx.note({ subject: `import-word:${id}`, before: gone })
      return {}
    },
  })
}

/** Checked after the removal, which the transaction takes back. */
function requireMerge(ctx: Ctx, name: string): void {
  if (!mayMerge(ctx, name)) throw importProblems.noSuchWord()
}

/** The county level over all, an office over its own. */
function mayChange(ctx: Ctx, { area, office }: { area: string; office: string }): boolean {
  return isCounty(ctx) || (area === ctx.actor.area && office === ctx.actor.office)
}

function isCounty({ actor }: Ctx): boolean {
  return actor.area === actor.county
}

export function spreadDoor() {
  return operation({
    name: 'import.spread',
    text: t('导入用语全县通用', 'Make a word of imports general'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ id: z.int().positive(), general: z.boolean() }),
    output: z.object({}),
    run: async (ctx, { id, general }) => {
      if (!isCounty(ctx)) throw importProblems.notCounty()
      const word = await spreadWord(ctx, id, general)
      if (!word) throw importProblems.noSuchWord()
      requireMerge(ctx, word.register)
      ctx.note({ subject: `import-word:${id}`, after: { text: word.text, general } })
      return {}
    },
  })
}
