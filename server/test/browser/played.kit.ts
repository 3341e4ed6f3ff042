/** A county in which things have happened: one taking done with pensions and interest, one on notice, one just begun. The demo's own scenes, with few people. */
import { day } from '#kernel'
import type { House } from '#platform'
import { demoAccounts } from '#systems'
import { type Listed, listsOf } from '../../src/systems/demo/listed.ts'
import type { Part } from '../../src/systems/demo/money-in.ts'
import { openingScenes, transferScenes } from '../../src/systems/demo/money-in.ts'
import { objectionScene } from '../../src/systems/demo/objections.ts'
import { parameterScenes } from '../../src/systems/demo/parameters.ts'
import { interestScenes, pensionScenes } from '../../src/systems/demo/runs.ts'
import { tell } from '../../src/systems/demo/seed.ts'
import type { Scene } from '../../src/systems/demo/stage.ts'
import type { Taking } from '../../src/systems/demo/takings.data.ts'
import { canal, shangbaField, substation } from '../../src/systems/demo/takings.data.ts'
import { type Days, walk } from '../../src/systems/demo/walk.ts'
import type { DemoPerson } from '../../src/systems/population/demo/people.ts'
import { demoPeople, newIssuer } from '../../src/systems/population/demo/people.ts'
import { seededCounty } from '../county.ts'

const done: Taking = {
  ...substation,
  approvedOn: day('2023-06-15'),
  takenOn: day('2023-06-30'),
  counts: { above: 4, working: 5, minor: 2 },
}
const noticed: Taking = { ...shangbaField, counts: { above: 3, working: 6, minor: 2 } }
const begun: Taking = { ...canal, counts: { above: 2, working: 3, minor: 1 } }

const doneDays: Days = {
  registered: '2024-02-02T10:05',
  roster: '2024-02-16T15:10',
  opened: '2024-03-04T09:15',
  listed: '2024-03-04T09:40',
  meeting: '2024-03-12T19:30',
  checked: '2024-03-19T11:20',
  decided: '2024-03-26T10:45',
  posted: '2024-03-28T09:00',
  approved: '2024-04-09T15:30',
  settled: '2024-04-20T10:10',
  cards: '2024-10-25T14:20',
}
const noticedDays: Days = {
  registered: '2025-05-20T09:45',
  roster: '2025-07-15T15:40',
  opened: '2025-07-28T09:30',
  listed: '2025-07-28T10:10',
  meeting: '2025-08-12T19:30',
  checked: '2025-08-20T16:00',
  decided: '2025-08-29T10:25',
  posted: '2025-09-10T09:00',
}
const begunDays: Days = {
  registered: '2025-09-02T10:35',
  roster: '2025-09-10T15:55',
  opened: '2025-09-12T10:00',
}

/** LS-07, LS-08 for 9 grown persons at 50,000: 30, 40, 30 of a hundred, and 5 more. */
const parts: Record<Part, string> = {
  government: '135000.00',
  collective: '180000.00',
  individual: '135000.00',
  reserve: '22500.00',
}

/** The people of the seeded county, village by village, as its own file makes them. */
export function seededResidents(): Map<string, DemoPerson[]> {
  const issuer = newIssuer()
  return new Map(seededCounty.villages.map((village) => [village.code, demoPeople(village, issuer)]))
}

/** Plays it all; the seeded list of 石桥地块 stays as it is. */
export async function playCounty(house: House): Promise<void> {
  await tell(house, {
    scenes: scenes(),
    logins: demoAccounts.map(({ login }) => login),
    say: () => {},
  })
}

function scenes(): Scene[] {
  const residents = seededResidents()
  const { village, listed } = seededCounty.landTake
  const free = new Map(
    [...residents].map(([code, all]) => [code, code === village ? all.slice(listed) : all]),
  )
  const lists = listsOf(free, [done, noticed, begun])
  const way = (taking: Taking, key: string, days: Days) =>
    walk({
      taking,
      key,
      days,
      villageName: key,
      people: lists.get(taking.name) ?? [],
      adults: residents.get(taking.village) ?? [],
      firstCard: 0,
    })
  const one = way(done, 'done', doneDays)
  const two = way(noticed, 'noticed', noticedDays)
  const transfers = Object.entries(parts).map(([part, amount]) => ({
    at: '2024-10-21T10:20',
    part: part as Part, // the keys of a record of parts
    amount,
    payer: '青禾县财政局国库',
    remark: '',
  }))
  return [
    ...parameterScenes(),
    ...one.scenes,
    ...transferScenes('done', one.memory, transfers),
    ...openingScenes('done', one.memory, { funded: '2024-10-28T10:00', opened: '2024-11-04T09:30' }),
    ...paidScenes(lists.get(done.name) ?? []),
    ...two.scenes,
    objectionScene('noticed', two.memory, {
      at: '2025-09-13T10:20',
      about: 3,
      text: '他家 2019 年就搬到县城住了，地也转给别人种，不应当算保障对象。',
    }),
    ...way(begun, 'begun', begunDays).scenes,
  ]
}

/** Two months of pensions, the second with a payment that came back, and the interest between them. */
function paidScenes(people: readonly Listed[]): Scene[] {
  const first = people.find(({ category }) => category === 'above')
  return [
    ...pensionScenes({ period: '2024-12' }),
    ...interestScenes('2024', '912.40'),
    ...pensionScenes({
      period: '2025-08',
      bounces: first ? [{ name: first.name, words: '户名不符' }] : [],
      leaveOpen: true,
    }),
  ]
}
