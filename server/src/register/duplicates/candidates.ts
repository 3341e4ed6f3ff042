/** At entry: who is registered already and may be the one who is being written down. */
import { checkResidentId } from '#kernel'
import type { Ctx } from '#platform'
import { isMasked } from '../mask.ts'
import type { AnyRow } from '../row.ts'
import { idKey, nameSyllables, phoneKey } from '../search-keys.ts'
import { alikeShapes } from './alike.data.ts'
import { type Beyond, canLookBeyond, idsByKeys, idsByValue, rowsBeyond, rowsOf } from './candidate-store.ts'
import { likenessOf, provedTwo } from './declare.ts'
import { nearOf } from './names.ts'
import type { Compared } from './pass-store.ts'
import type { Likely } from './score.ts'
import { possible, scoreLikeness } from './score.ts'

export type Candidate = Likely & { row: AnyRow }

/** The likeliest first, at most ten. */
const most = 10
/** Spellings of one name that are looked up: beyond that a name has no near ones worth asking for. */
const mostSpellings = 24

/** Candidates in the actor's area, by what he may see, and in which townships elsewhere there are some. */
export async function candidatesFor(
  ctx: Ctx,
  register: Compared,
  values: Readonly<Record<string, unknown>>,
): Promise<{ candidates: Candidate[]; beyond: Beyond[] }> {
  const hidden = (name: string) => {
    const field = register.fields[name]
    return field !== undefined && isMasked(ctx.actor, field)
  }
  const like = likenessOf(register, values, hidden)
  const rows = await rowsOf(ctx, register, await idsFor(ctx, register, values, hidden))
  const kind = register.duplicates.names
  const candidates = rows
    .filter((row) => !provedTwo(register.duplicates, values, row))
    .map((row) => ({ row, ...scoreLikeness(like, likenessOf(register, row, hidden), kind) }))
    .filter(({ score }) => score >= possible)
    .sort((a, b) => b.score - a.score || a.row.id - b.row.id)
    .slice(0, most)
  return { candidates, beyond: await beyondFor(ctx, register, like) }
}

async function idsFor(
  ctx: Ctx,
  register: Compared,
  values: Readonly<Record<string, unknown>>,
  hidden: (field: string) => boolean,
): Promise<number[]> {
  const { name, number, birth, marks = [] } = register.duplicates
  const text = (field: string | undefined) =>
    field && !hidden(field) && values[field] ? String(values[field]) : undefined
  const keys = [...spellingsOf(text(name) ?? '')]
  const tail = text(number)?.slice(-4)
  if (tail && register.search?.id === number) keys.push(idKey(tail))
  const phone = text(register.search?.phone)
  if (phone) keys.push(phoneKey(phone))
  const ids = await idsByKeys(ctx, register, keys)
  const born = text(birth)
  if (birth && born && typeof values.area === 'string')
    ids.push(...(await idsByValue(ctx, register, { field: birth, value: born, within: values.area })))
  for (const field of register.search ? [] : [number, ...marks].filter((one) => one !== undefined)) {
    const value = text(field)
    if (value) ids.push(...(await idsByValue(ctx, register, { field, value })))
  }
  return [...new Set(ids)]
}

/** The whole pinyin of a name, of names that look like it, and of what sounds near to it: keys of the search index. */
export function spellingsOf(name: string): string[] {
  const characters = [...name].filter((one) => /\p{L}/u.test(one))
  if (characters.length < 2) return []
  const near = spread(nameSyllables(characters.join('')).map(soundsNear))
  const alike = spread(characters.map(looksNear)).map((one) => nameSyllables(one).join(''))
  return [...new Set([nameSyllables(characters.join('')).join(''), ...alike, ...near])].slice(
    0,
    mostSpellings,
  )
}

/** A syllable, and the others that many do not tell from it. */
function soundsNear(syllable: string): string[] {
  const heard = nearOf(syllable)
  return [...new Set([syllable, heard, ...widened(syllable)])]
}

/** z and zh, c and ch, s and sh, n and l, in and ing: each also the other way. */
function widened(syllable: string): string[] {
  const start = syllable.replace(/^([zcs])(?!h)/, '$1h')
  const end = syllable.replace(/(?<=[aei])n$/, 'ng')
  return [start, end, syllable.replace(/^n/, 'l')].filter((one) => one !== syllable)
}

const shapes = new Map(alikeShapes.flatMap((set) => [...set].map((one) => [one, [...set]] as const)))

function looksNear(character: string): string[] {
  return [character, ...(shapes.get(character) ?? []).filter((one) => one !== character)]
}

/** Every way to take one of each; the first ones are nearest to what was written. */
function spread(choices: readonly (readonly string[])[]): string[] {
  return choices.reduce<string[]>(
    (heads, next) => heads.flatMap((head) => next.map((one) => head + one)).slice(0, mostSpellings * 2),
    [''],
  )
}

/** Only what is as good as certain: the number, or name and birth date together. */
async function beyondFor(
  ctx: Ctx,
  register: Compared,
  {
    name = null,
    number = null,
    birth = null,
  }: { name?: string | null; number?: string | null; birth?: string | null },
): Promise<Beyond[]> {
  const checked = number ? checkResidentId(number) : undefined
  const whole = checked?.ok ? checked.value : number
  if (!whole && !(name && birth)) return []
  if (!(await canLookBeyond(ctx, register))) return []
  return rowsBeyond(ctx, register, { name, number: whole, birth })
}
