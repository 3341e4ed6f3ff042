/** Samples as the county keeps them, and the list from which they are drawn. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '#register'
import { mainColumn } from '#register'
import { sampleProblems } from './problems.ts'
import type { Rule } from './rule.ts'

export type Sample = {
  id: number
  area: string
  design: string
  register: string
  title: string
  seed: string
  digest: string
  rule: Rule
  due: Day
  drawnAt: string
  madeBy: number
  maker: string
  closedAt: string | null
  closer: string | null
}

const columns = sql`id, area, design, register, title, seed, digest, rule, due::text as due, drawn_at, made_by, maker, closed_at, closer`

export type FramePart = { area: string; ids: number[] }

/** The records that can be drawn in the actor's area, village by village; what hangs at a township directly is a part of its own. */
export async function frameOf(
  { tx }: Ctx,
  register: Register,
  without: readonly string[],
): Promise<FramePart[]> {
  const absent = without.map((name) => sql`and ${sql.ref(mainColumn(register, name))} is null`)
  const found = await sql<FramePart>`
    select left(area, 12) as area, array_agg(id order by id) as ids from ${sql.table(register.table)}
    where deleted_at is null ${sql.join(absent, sql` `)} group by left(area, 12) order by left(area, 12)`.execute(
    tx,
  )
  return found.rows
}

export type FrameCount = { area: string; all: number }

/** As `frameOf`, counted only. */
export async function frameCounts(
  { tx }: Ctx,
  register: Register,
  without: readonly string[],
): Promise<FrameCount[]> {
  const absent = without.map((name) => sql`and ${sql.ref(mainColumn(register, name))} is null`)
  const found = await sql<FrameCount>`
    select left(area, 12) as area, count(*) as all from ${sql.table(register.table)}
    where deleted_at is null ${sql.join(absent, sql` `)} group by left(area, 12) order by left(area, 12)`.execute(
    tx,
  )
  return found.rows
}

export async function addSample(
  { tx, actor }: Ctx,
  given: Pick<Sample, 'design' | 'register' | 'title' | 'seed' | 'digest' | 'rule' | 'due'>,
): Promise<Sample> {
  const made =
    await sql<Sample>`insert into sample (area, design, register, title, seed, digest, rule, due, maker)
    values (${actor.area}, ${given.design}, ${given.register}, ${given.title}, ${given.seed}, ${given.digest}, ${JSON.stringify(given.rule)}::jsonb,
      ${given.due}::date, ${actor.name}) returning ${columns}`.execute(tx)
  return made.rows[0] as Sample
}

/** The sample; one that is not there, or outside of the area, is the Problem `sample.notFound`. */
export async function getSample({ tx }: Ctx, id: number): Promise<Sample> {
  const found = await sql<Sample>`select ${columns} from sample where id = ${id}`.execute(tx)
  const [sample] = found.rows
  if (!sample) throw sampleProblems.notFound()
  return sample
}

export type SampleLine = Sample & { size: number; looked: number; faulty: number }

/** The newest first, with how far they are. */
export async function listSamples(
  { tx }: Ctx,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<SampleLine[]> {
  const found = await sql<SampleLine>`
    select s.id, s.area, s.design, s.register, s.title, s.seed, s.digest, s.rule, s.due::text as due, s.drawn_at, s.made_by, s.maker, s.closed_at, s.closer,
      count(t.id) as size, count(t.id) filter (where t.result in ('confirmed', 'differs', 'notFound')) as looked,
      count(t.id) filter (where t.result in ('differs', 'notFound')) as faulty
    from sample s left join sample_task t on t.sample_id = s.id
    where ${after === undefined ? sql`true` : sql`s.id < ${after}`}
    group by s.id order by s.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function closeSample({ tx, actor }: Ctx, id: number): Promise<void> {
  await sql`update sample set closed_at = clock_now(), closer = ${actor.name} where id = ${id}`.execute(tx)
  await sql`update sample_task set closed_at = clock_now() where sample_id = ${id}`.execute(tx)
}

export type NewPart = { area: string; layer: string; frame: readonly number[]; drawn: number }

export async function addParts({ tx }: Ctx, sampleId: number, parts: readonly NewPart[]): Promise<void> {
  for (const { area, layer, frame, drawn } of parts)
    await sql`insert into sample_part (sample_id, area, layer, frame, drawn)
      values (${sampleId}, ${area}, ${layer}, ${frame}::bigint[], ${drawn})`.execute(tx)
}

export type Part = { area: string; layer: string; all: number; drawn: number }

export async function partsOf({ tx }: Ctx, sampleId: number): Promise<Part[]> {
  const found = await sql<Part>`select area, layer, cardinality(frame) as all, drawn from sample_part
    where sample_id = ${sampleId} order by area`.execute(tx)
  return found.rows
}

/** The kept list itself, for drawing again. */
export async function framesOf({ tx }: Ctx, sampleId: number): Promise<NewPart[]> {
  const found = await sql<NewPart>`select area, layer, frame, drawn from sample_part
    where sample_id = ${sampleId} order by area`.execute(tx)
  return found.rows
}
