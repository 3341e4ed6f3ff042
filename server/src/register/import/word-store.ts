/** Words of rosters as data: those that officers added, and those that were learned from their corrections. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

export type AddedWord = {
  id: number
  register: string
  kind: 'head' | 'value'
  field: string
  text: string
  means: string
  sender: string
  addedBy: string
  area: string
  office: string
  /** For the files of all offices, not only for those of the office that added it. */
  general: boolean
  addedAt: string
}

const columns = sql`id, register, kind, field, text, means, sender, added_by, area, office, general, added_at`

/** Whose file is read: the office that uploaded it, for which area, and who sent it to that office. */
export type Reading = { register: string; sender: string; office: string; area: string }

/** Those that hold for a file: general ones and those of its office, those of its sender before those of everybody. */
export async function addedWords(
  { tx }: Ctx,
  { register, sender, office, area }: Reading,
): Promise<AddedWord[]> {
  const found = await sql<AddedWord>`
    select ${columns} from import_word where register = ${register} and sender in ('', ${sender})
      and (general or office = ${office} and starts_with(${area}, area))
    order by sender = '', general, field, id`.execute(tx)
  return found.rows
}

/** As the settings show them: the county level sees all, others the general ones and their own. */
export async function wordsInSight({ tx, actor }: Ctx, register: string): Promise<AddedWord[]> {
  const found = await sql<AddedWord>`
    select ${columns} from import_word where register = ${register}
      and (general or ${actor.area === actor.county} or office = ${actor.office} and area = ${actor.area})
    order by sender = '', field, id`.execute(tx)
  return found.rows
}

/** Makes a word general or takes that back; what it is then, or undefined. */
export async function spreadWord({ tx }: Ctx, id: number, general: boolean): Promise<AddedWord | undefined> {
  const found = await sql<AddedWord>`
    update import_word set general = ${general} where id = ${id} returning ${columns}`.execute(tx)
  return found.rows[0]
}

export type NewWord = Pick<AddedWord, 'register' | 'kind' | 'field' | 'text' | 'means' | 'sender'>

/** The word's number; a word that is there already gets the new meaning. */
export async function addWord({ tx, actor }: Ctx, word: NewWord): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into import_word (register, kind, field, text, means, sender, added_by, area, office)
    values (${word.register}, ${word.kind}, ${word.field}, ${word.text}, ${word.means}, ${word.sender}, ${actor.name}, ${actor.area}, ${actor.office})
    on conflict on constraint import_word_once do update
      set means = excluded.means, added_by = excluded.added_by, added_at = excluded.added_at
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

/** What was removed, or undefined. */
export async function dropWord({ tx }: Ctx, id: number): Promise<AddedWord | undefined> {
  const gone = await sql<AddedWord>`delete from import_word where id = ${id} returning ${columns}`.execute(tx)
  return gone.rows[0]
}

export type LearnedHead = {
  id: number
  register: string
  sender: string
  head: string
  target: string
  taughtBy: string | null
  taughtAt: string
}

const learned = sql`id, register, office as sender, head, target, taught_by, taught_at`

/** What corrections taught, of all senders within the actor's area. */
export async function learnedHeads({ tx }: Ctx, register: string): Promise<LearnedHead[]> {
  const found = await sql<LearnedHead>`
    select ${learned} from import_heading where register = ${register} order by office, id`.execute(tx)
  return found.rows
}

export async function forgetHead({ tx }: Ctx, id: number): Promise<LearnedHead | undefined> {
  const gone =
    await sql<LearnedHead>`delete from import_heading where id = ${id} returning ${learned}`.execute(tx)
  return gone.rows[0]
}

type Sent = { register: string; sender: string }

/** What the sender means by its headings: heading -> target. */
export async function rememberedHeads(
  { tx, actor }: Ctx,
  { register, sender }: Sent,
): Promise<Map<string, string>> {
  const found = await sql<{ head: string; target: string }>`
    select head, target from import_heading
    where area = ${actor.area} and office = ${sender} and register = ${register}`.execute(tx)
  return new Map(found.rows.map(({ head, target }) => [head, target]))
}

export async function rememberHead(
  { tx, actor }: Ctx,
  given: Sent & { head: string; target: string },
): Promise<void> {
  await sql`insert into import_heading (area, office, register, head, target, taught_by)
    values (${actor.area}, ${given.sender}, ${given.register}, ${given.head}, ${given.target}, ${actor.name})
    on conflict on constraint import_heading_once do update
      set target = excluded.target, taught_by = excluded.taught_by, taught_at = clock_now()`.execute(tx)
}
