/** The search box, and what things are called: each room says how its own are found; nothing here knows a room. */
import { z } from 'zod'
import { type Text, t } from '#kernel'
import type { Ctx } from './context.ts'
import { operation } from './operation.ts'

export type Hit = { title: Text; note: Text; to: string }

/** `sameSound`: nothing had these characters; these sound the same. */
export type HitGroup = { label: Text; hits: readonly Hit[]; sameSound?: boolean }

/** A record as logs name it: `case:3`, `policy:land-security.pension/standard`. */
export type Named = { kind: string; id: string }

/**
 * What one room gives to the search box (`find`) and to whoever met a bare `kind:id` (`named`, by that text). Both
 * answer within the scope and the verbs of the person who asks; what he may not see is left out, not refused.
 */
export type SearchSource = {
  find?(ctx: Ctx, asked: { text: string; limit: number }): Promise<readonly HitGroup[]>
  named?(ctx: Ctx, asked: readonly Named[]): Promise<ReadonlyMap<string, Omit<Hit, 'note'>>>
}

const text = z.object({ zh: z.string(), en: z.string() })
const hit = z.object({ title: text, note: text, to: z.string() })

/** `search.all` and `search.named` over what the rooms give. */
export function searchOperations(sources: readonly SearchSource[]) {
  return [findEverything(sources), nameThem(sources)] as const
}

function findEverything(sources: readonly SearchSource[]) {
  return operation({
    name: 'search.all',
    text: t('查找', 'Search everything'),
    can: 'signedIn',
    audit: 'read',
    input: z.object({ text: z.string().trim().min(1).max(60), limit: z.int().min(1).max(20).default(5) }),
    output: z.object({
      groups: z.array(z.object({ label: text, hits: z.array(hit), sameSound: z.boolean() })),
    }),
    run: async (ctx, asked) => {
      const groups: HitGroup[] = []
      for (const { find } of sources) if (find) groups.push(...(await find(ctx, asked)))
      const found = groups.filter(({ hits }) => hits.length > 0)
      return {
        groups: found.map((one) => ({ ...one, hits: [...one.hits], sameSound: one.sameSound ?? false })),
      }
    },
  })
}

function nameThem(sources: readonly SearchSource[]) {
  return operation({
    name: 'search.named',
    text: t('看编号是谁', 'Name records by their number'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ subjects: z.array(z.string().max(120)).max(500) }),
    output: z.object({ names: z.array(z.object({ subject: z.string(), title: text, to: z.string() })) }),
    run: async (ctx, { subjects }) => {
      const asked = [...new Set(subjects)].flatMap(namedOf)
      const names = new Map<string, Omit<Hit, 'note'>>()
      for (const { named } of sources)
        if (named) for (const [subject, hit] of await named(ctx, asked)) names.set(subject, hit)
      return { names: [...names].map(([subject, hit]) => ({ subject, ...hit })) }
    },
  })
}

function namedOf(subject: string): Named[] {
  const at = subject.indexOf(':')
  return at < 1 ? [] : [{ kind: subject.slice(0, at), id: subject.slice(at + 1) }]
}

/** The numbers asked for of one kind. */
export function idsOf(asked: readonly Named[], kind: string): number[] {
  return asked.flatMap((one) => {
    const id = one.kind === kind ? Number(one.id) : Number.NaN
    return Number.isSafeInteger(id) && id > 0 ? [id] : []
  })
}

/** Data is said in Chinese in both languages. */
export function asData(words: string): Text {
  return t(words, words)
}
