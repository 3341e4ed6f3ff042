/**
 * The board of findings: pages, filters, what they come to, one opened, a thousand closed. One person in six was given a
 * fault that the declared checks found, so that a county of a million has a hundred thousand open; all is taken back after.
 */
import type { AnyOperation } from '#platform'
import { verifyOperations } from '#verify'
import { personChecks } from '../src/systems/population/checks/person.ts'
import { mend, runAll, spoil, timed } from './checks.ts'
import { type Crowd, type Level, levels, registry } from './crowd.ts'
import { handle, marksOf, takeBack } from './findings-handled.ts'
import { beside, type Report, timesOf } from './measure.ts'

const EVERY = 6
const LIMIT = 100
const MANY = 1_000
const plan = { warm: 5, runs: 40 }
const few = { warm: 1, runs: 10 }
const bar = { text: 'p95 <= 25 ms', ms: 25 }
const countBar = { text: 'p95 <= 300 ms', ms: 300 }
const open = `state in ('open', 'checking')`

const doors = new Map(
  verifyOperations({ registry, checks: personChecks }).map((one): [string, AnyOperation] => [one.name, one]),
)
const officer = {
  name: 'bench',
  verbs: ['verify.read', 'verify.act'],
  reads: ['finding', 'person', 'household'],
  writes: ['finding'],
  sees: ['identity', 'phone', 'bank'],
}

type Page = { findings: { id: number }[]; next: number | null }
type Board = {
  crowd: Crowd
  report: Report
  /** One operation by an officer of that level. */
  ask<T>(level: Level, name: string, input: object): Promise<T>
}
/** `where` and `order` ask the same in plain SQL, with the area of the level as $1. */
type Probe = { job: string; level: Level; input: object; where: string; order: string }

export async function findingsJob(crowd: Crowd, report: Report): Promise<void> {
  const before = await marksOf(crowd)
  await spoil(crowd, EVERY)
  try {
    const { result, ms } = await timed(() => runAll(crowd))
    const found = Object.values(result).reduce((sum, n) => sum + n, 0)
    report.note(`findings: ${found} found and kept in ${(ms / 1000).toFixed(1)} s`)
    await mend(crowd)
    await handle(crowd, before)
    await measure({ crowd, report, ask: asker(crowd) })
  } finally {
    await takeBack(crowd, before)
  }
}

function asker({ county, scopes }: Crowd): Board['ask'] {
  const actors = Object.fromEntries(levels.map((level) => [level, county.actor(officer, scopes[level].code)]))
  return async <T>(level: Level, name: string, input: object) => {
    const [actor, door] = [actors[level], doors.get(name)]
    if (!actor || !door) throw new Error(`no ${name} for the ${level}`)
    return (await county.call(actor, door, input)) as T
  }
}

async function measure(board: Board): Promise<void> {
  for (const probe of await probesOf(board.crowd)) await page(board, probe)
  for (const level of levels) await counted(board, level)
  await opened(board)
  await closed(board)
}

async function probesOf({ scopes, county }: Crowd): Promise<Probe[]> {
  const one = { where: open, order: 'area, id', input: {} }
  const { rows } = await county.db.ownerPool.query<{ check: string; handler: string }>(
    `select (select check_id from c990101.finding group by 1 order by count(*) desc, 1 limit 1) as check,
      (select handler_id from c990101.finding where handler_id is not null group by 1 order by count(*) desc, 1 limit 1) as handler`,
  )
  const { check = '', handler = '0' } = rows[0] ?? {}
  const kinds: Omit<Probe, 'level'>[] = [
    { ...one, job: 'first page' },
    { ...one, job: 'of one rule', input: { check }, where: `${open} and check_id = '${check}'` },
    { ...one, job: 'being looked at', input: { states: ['checking'] }, where: `state = 'checking'` },
    {
      ...one,
      job: 'of one handler',
      input: { handler: Number(handler) },
      where: `${open} and handler_id = ${Number(handler)}`,
    },
    {
      ...one,
      job: '150 days old',
      input: { days: 150 },
      where: `${open} and found_at < clock_now()::date - 149`,
    },
    { ...one, job: 'by rule', input: { order: 'check' }, order: 'check_id, area, id' },
    { ...one, job: 'oldest first', input: { order: 'age' }, order: 'found_at, area, id' },
    { ...one, job: 'largest amounts', input: { order: 'amount' }, order: 'amount desc nulls last, area, id' },
    {
      ...one,
      job: 'closed',
      input: { states: ['explained', 'corrected'] },
      where: `state in ('explained', 'corrected')`,
    },
  ]
  const inTownship = {
    ...one,
    job: 'of one township',
    input: { area: scopes.township.code },
    where: `${open} and area >= '${scopes.township.code}' and area < '${scopes.township.code}~'`,
  }
  return [
    ...levels.flatMap((level) => kinds.map((kind) => ({ ...kind, level }))),
    { ...inTownship, level: 'county' },
  ]
}

/** The first page and the one behind its last row. */
async function page(board: Board, probe: Probe): Promise<void> {
  const { level, input, job } = probe
  const first = await board.ask<Page>(level, 'verify.list', { ...input, limit: LIMIT })
  const after = first.next === null ? undefined : { after: first.next }
  for (const [where, more, skip] of [
    ['', {}, 0],
    [', next page', after, LIMIT],
  ] as const) {
    if (!more) continue
    const { times, last } = await beside(
      plan,
      { run: () => board.ask<Page>(level, 'verify.list', { ...input, ...more, limit: LIMIT }) },
      { run: () => plainPage(board, probe, skip) },
    )
    const against = 'same page, plain SQL, owner without fence'
    board.report.line({ job: `findings: ${job}${where}, ${level}`, ...times, against, bar })
    const ours = last.ours.findings.map(({ id }) => id).join()
    if (ours !== last.baseline.map(({ id }) => id).join())
      board.report.wrong(
        `findings: the page of the door is not that of the plain statement: ${job}${where}, ${level}`,
      )
  }
}

async function plainPage({ crowd }: Board, { level, where, order }: Probe, skip: number) {
  const { rows } = await crowd.county.db.ownerPool.query<{ id: number }>(
    `select f.* from c990101.finding f where ${where} and area >= $1 and area < $1 || '~' order by ${order} offset ${skip} limit ${LIMIT}`,
    [crowd.scopes[level].code],
  )
  return rows
}

type Sums = { tallies: { count: number }[] }

async function counted(board: Board, level: Level): Promise<void> {
  const { crowd, report, ask } = board
  const query = `select check_id, verdict, count(*) as n from c990101.finding where ${open} and area >= $1 and area < $1 || '~' group by 1, 2`
  const plain = async () =>
    (await crowd.county.db.ownerPool.query<{ n: number }>(query, [crowd.scopes[level].code])).rows
  const sums = await beside(few, { run: () => ask<Sums>(level, 'verify.tally', {}) }, { run: plain })
  const against = 'count by rule, owner without fence'
  report.line({ job: `findings: by rule and handler, ${level}`, ...sums.times, against, bar: countBar })
  const total = (counts: number[]) => counts.reduce((sum, n) => sum + n, 0)
  if (
    total(sums.last.ours.tallies.map(({ count }) => count)) !==
    total(sums.last.baseline.map(({ n }) => Number(n)))
  )
    report.wrong(`findings: other counts than the plain statement, ${level}`)
  const board2 = await beside(few, { run: () => ask(level, 'verify.board', {}) }, { run: plain })
  report.line({ job: `findings: by place and week, ${level}`, ...board2.times, against, bar: countBar })
}

async function opened({ crowd, report, ask }: Board): Promise<void> {
  const { findings } = await ask<Page>('county', 'verify.list', { limit: LIMIT, order: 'age' })
  const at = (run: number) => findings[run % findings.length]?.id ?? 0
  const { times } = await beside(
    plan,
    { run: (run) => ask('county', 'verify.get', { findingId: at(run) }) },
    {
      run: (run) => crowd.county.db.ownerPool.query('select * from c990101.finding where id = $1', [at(run)]),
    },
  )
  report.line({ job: 'findings: one opened, county', ...times, against: 'the row by its id, owner', bar })
}

type Settled = { settled: number[]; refused: unknown[] }

/** Explained, and corrected: the persons were mended, which each check sees again. */
async function closed({ crowd, report, ask }: Board): Promise<void> {
  for (const as of ['explain', 'correct']) {
    const ids = await openIds(crowd)
    const ours = await timed(() =>
      ask<Settled>('county', 'verify.actMany', { findingIds: ids, as, note: '户口簿核过' }),
    )
    const plain = await timed(() => plainClose(crowd, ids))
    report.line({
      job: `findings: ${ids.length} closed at once (${as})`,
      ours: timesOf([ours.ms]),
      against: 'the update alone, owner, in one statement',
      baseline: timesOf([plain.ms]),
    })
    const { settled, refused } = ours.result
    if (settled.length !== ids.length)
      report.wrong(`findings: ${settled.length} of ${ids.length} closed (${as}), ${refused.length} refused`)
  }
}

/** Of checks of single rows; the last of the crowd, whose only fault was ours. */
async function openIds({ county }: Crowd): Promise<number[]> {
  const { rows } = await county.db.ownerPool.query<{ id: number }>(
    `select id from c990101.finding where ${open} and cardinality(row_ids) = 1 order by row_ids[1] desc limit ${MANY}`,
  )
  return rows.map(({ id }) => Number(id))
}

async function plainClose({ county }: Crowd, ids: readonly number[]): Promise<void> {
  await county.db.ownerPool.query(`update c990101.finding set handled_at = handled_at where id = any($1)`, [
    ids,
  ])
}
