/** Findings of the bench as an office leaves them after half a year, and all of it taken back. */
import { unwatched } from './checks.ts'
import type { Crowd } from './crowd.ts'

const tables = ['finding', 'finding_act', 'check_run'] as const
export type Marks = readonly number[]

/** The last row of each table before. */
export async function marksOf({ county }: Crowd): Promise<Marks> {
  const last = tables.map((table) => `(select coalesce(max(id), 0) from c990101.${table})`)
  const { rows } = await county.db.ownerPool.query<{ marks: string[] }>(
    `select array[${last.join()}] as marks`,
  )
  return (rows[0]?.marks ?? []).map(Number)
}

/** Found on two hundred days; one in five being looked at, one in five closed; one in three with money. */
export async function handle(crowd: Crowd, [last]: Marks): Promise<void> {
  await unwatched(
    crowd,
    `update finding f set found_at = clock_now() - make_interval(days => h.at % 200), state = h.state,
       amount = case when h.at % 3 = 0 then h.at % 9973 * 100 end,
       handler_id = case when h.state <> 'open' then 900 + h.at % 7 end,
       handler = case when h.state <> 'open' then '经办' || (h.at % 7) end,
       handled_at = case when h.state <> 'open' then clock_now() - make_interval(days => h.at % 200 / 2) end
     from (select id, abs(hashint8(id)) as at,
       (array['checking', 'checking', 'explained', 'corrected'])[abs(hashint8(id)) / 1000 % 10 + 1] as told from finding) g,
       lateral (select g.at, coalesce(g.told, 'open') as state) h
     where g.id = f.id and f.id > ${last ?? 0}; analyze finding;`,
  )
}

export async function takeBack(crowd: Crowd, [finding, act, run]: Marks): Promise<void> {
  await unwatched(
    crowd,
    `alter table finding_act disable trigger user; alter table check_run disable trigger user;
     delete from finding_act where id > ${act ?? 0}; delete from check_run where id > ${run ?? 0};
     delete from finding where id > ${finding ?? 0};
     alter table finding_act enable trigger user; alter table check_run enable trigger user;`,
  )
}
