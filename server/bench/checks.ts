/** The declared checks of persons over the whole county, findings kept; beside one plain statement with the same conditions. */
import { registryOf } from '#register'
import { inPasses, runPass } from '#verify'
import { personChecks } from '../src/systems/population/checks/person.ts'
import { type Crowd, registers } from './crowd.ts'
import { type Report, timesOf } from './measure.ts'

const room = { registry: registryOf(registers), checks: personChecks }
type Counts = Record<string, number>

export async function checksJob(crowd: Crowd, report: Report): Promise<void> {
  await spoil(crowd)
  try {
    const ours = await timed(() => runAll(crowd))
    const plain = await timed(() => plainCounts(crowd))
    report.line({
      job: `checks: ${personChecks.length} over ${crowd.scopes.county.persons} persons, findings kept`,
      ours: timesOf([ours.ms]),
      against: 'the same conditions as one statement, owner, only counted',
      baseline: timesOf([plain.ms]),
    })
    const found = Object.values(ours.result).reduce((sum, n) => sum + n, 0)
    report.note(
      `checks: ${found} found in ${inPasses(personChecks).length} passes, ${Math.round(ours.cpu)} ms of this process`,
    )
    for (const [check, count] of Object.entries(plain.result))
      if (count !== ours.result[check])
        report.wrong(`checks: ${check} found ${ours.result[check]}, the plain statement ${count}`)
  } finally {
    await mend(crowd)
  }
}

/** How many each of them found. */
export async function runAll({ county }: Crowd): Promise<Counts> {
  const counts: Counts = {}
  for (const pass of inPasses(personChecks)) {
    const found = await county.run(county.actor(), (ctx) => runPass(ctx, room, pass))
    for (const [i, { id }] of pass.entries()) counts[id] = found[i]?.hits.length ?? 0
  }
  return counts
}

/** Counts by check, with the sum of GB 11643 written out. */
async function plainCounts({ county }: Crowd): Promise<Counts> {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.map((weight, i) => `${weight} * substr(id_number, ${i + 1}, 1)::int`).join(' + ')
  const groups = (columns: string, having: string) => `(select count(*) from (
    select from c990101.person where deleted_at is null and ${columns.replaceAll(',', ' is not null and ')} is not null
    group by ${columns} having count(*) > 1 ${having}) as g)`
  const { rows } = await county.db.ownerPool.query<{ counts: Counts }>(`
    select jsonb_build_object(
      'person.idNumber', count(*) filter (where right(id_number, 1) <> substr('10X98765432', (${sum}) % 11 + 1, 1)),
      'person.birthDate', count(*) filter (where birth_date <> to_date(substr(id_number, 7, 8), 'YYYYMMDD')),
      'person.sex', count(*) filter (where id_number is not null and sex <> case substr(id_number, 17, 1)::int % 2 when 1 then 'male' else 'female' end),
      'person.lived', count(*) filter (where died_on < birth_date),
      'person.sameNumber', ${groups('id_number', '')},
      'person.twoHouseholds', ${groups('name,birth_date', 'and count(distinct household_id) > 1 and count(id_number) < count(*)')},
      'person.twoVillages', ${groups('name,birth_date', 'and count(distinct left(area, 12)) > 1 and count(id_number) < count(*)')},
      'person.sharedCard', ${groups('bank_card', '')}
    ) as counts from c990101.person where deleted_at is null`)
  return rows[0]?.counts ?? {}
}

/** One person in so many gets a fault, so that there is something to find: kept in `bench_fault`, and mended after. */
export async function spoil(crowd: Crowd, every = 200): Promise<void> {
  await unwatched(
    crowd,
    `create table bench_fault as select id, id_number, birth_date, sex, died_on from person
       where id % ${every} = ${7 % every} and id_number is not null;
     update person p set
       birth_date = case f.kind when 0 then p.birth_date + 1 else p.birth_date end,
       sex = case when f.kind <> 1 then p.sex when p.sex = 'male' then 'female' else 'male' end,
       died_on = case f.kind when 2 then p.birth_date - 1 else p.died_on end,
       id_number = case f.kind when 3 then left(p.id_number, 17) || translate(right(p.id_number, 1), '0123456789X', '123456789X0')
         when 4 then null else p.id_number end
     from (select id, id / ${every} % 5 as kind from bench_fault) f where f.id = p.id;`,
  )
}

export async function mend(crowd: Crowd): Promise<void> {
  await unwatched(
    crowd,
    `update person p set birth_date = f.birth_date, sex = f.sex, died_on = f.died_on, id_number = f.id_number
     from bench_fault f where f.id = p.id; drop table bench_fault;`,
  )
}

/** Without history and versions: the county of the other jobs stays as it was. */
export async function unwatched({ county }: Crowd, work: string): Promise<void> {
  await county.db.ownerPool.query(
    `set search_path = c990101, public; alter table person disable trigger user; ${work}
     alter table person enable trigger user; reset search_path`,
  )
}

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; cpu: number }> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { result, ms: performance.now() - began, cpu: (user + system) / 1000 }
}
