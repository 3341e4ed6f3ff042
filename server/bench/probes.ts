/** What is searched for: taken from the county's own rows, the hardest of its kind that the scope holds. */
import { askedKeys } from '../src/register/search-keys.ts'
import type { Crowd, Level } from './crowd.ts'

/** `where` finds the same rows in plain SQL with `value` as $2. */
export type Probe = { job: string; text: string; where: string; value: unknown; against: string }

const keyed = { where: 'search_keys @> $2', against: 'key array, GIN index, owner' }
const numbered = {
  where: `array_remove(array['#' || right(id_number, 4), '@' || phone]::text[], null) @> $2`,
  against: 'numbers, GIN index, owner',
}

/** What a level is asked: the answers of the statements below, in the scope of that level. */
export async function probesOf({ county, scopes }: Crowd, level: Level): Promise<Probe[]> {
  const one = async (query: string) => {
    const { rows } = await county.db.ownerPool.query<{ found: string }>(query, [scopes[level].code])
    return rows[0]?.found ?? ''
  }
  const full = await one(most('name', 'length(name) > 2'))
  const two = await one(most('left(name, 2)', `name ~ '^[\\u4e00-\\u9fff]{2}'`))
  const rare = await one(`select name as found ${inScope} group by 1 order by count(*), 1 limit 1`)
  const number = await one(
    `select id_number as found ${inScope} and id_number is not null order by id desc limit 1`,
  )
  const tail = await one(most('right(id_number, 4)', 'id_number is not null'))
  const phone = await one(`select phone as found ${inScope} and phone is not null order by id desc limit 1`)
  const initials = await one(
    `select key as found from (select unnest(search_keys) as key ${inScope}) k where key ~ '^[a-z]{3}$'
     group by 1 order by count(*) desc, 1 limit 1`,
  )
  return [
    { job: 'most frequent full name', text: full, value: askedKeys(full), ...keyed },
    { job: 'rarest full name', text: rare, value: askedKeys(rare), ...keyed },
    { job: 'most frequent two characters', text: two, value: askedKeys(two), ...keyed },
    { job: 'most frequent initials', text: initials, value: [initials], ...keyed },
    { job: 'most frequent last 4 of the number', text: tail, value: [`#${tail}`], ...numbered },
    { job: 'telephone', text: phone, value: [`@${phone}`], ...numbered },
    {
      job: 'identity number',
      text: number,
      value: number,
      where: 'id_number = $2',
      against: 'id_number =, owner',
    },
  ]
}

const inScope = `from c990101.person where area >= $1 and area < $1 || '~'`

function most(value: string, where: string): string {
  return `select ${value} as found ${inScope} and ${where} group by 1 order by count(*) desc, 1 limit 1`
}

/** Only invented people are searched for; numbers are shown in part all the same. */
export function shown(text: string): string {
  return /^\d{11,}/.test(text) ? `${text.slice(0, 3)}********${text.slice(-4)}` : text
}
