/** The story of the demo county up to the demo day, every act by the officer whose it is. */
import { completedYears, day } from '#kernel'
import { type DemoVillage, demoVillages } from '../population/demo/villages.ts'
import { censusScenes } from './census.ts'
import {
  checkedDays,
  discussedDays,
  doneDays,
  doneTransfers,
  draftDays,
  noticedDays,
  shortDays,
  shortTransfers,
} from './days.data.ts'
import { type Listed, listsOf } from './listed.ts'
import { openingScenes, transferScenes } from './money-in.ts'
import { objectionScene } from './objections.ts'
import { parameterScenes } from './parameters.ts'
import { type Residents, residentsOf } from './people-of.ts'
import { placesScene } from './places.ts'
import { cardOf } from './rosters.ts'
import { interestScenes, pensionScenes } from './runs.ts'
import { spellScenes } from './spells.ts'
import type { Scene } from './stage.ts'
import {
  canal,
  school,
  shangbaField,
  shiqiaoField,
  substation,
  type Taking,
  waterworks,
} from './takings.data.ts'
import { type Days, type Way, walk } from './walk.ts'

const takings = [shiqiaoField, substation, school, canal, shangbaField, waterworks]

/** All scenes, made anew for one telling: they remember numbers that the house gave them. */
export function story(): Scene[] {
  const villages = demoVillages()
  const residents = residentsOf(villages)
  const lists = listsOf(residents, takings)
  const of = (taking: Taking) => lists.get(taking.name) ?? []
  const wayOf = wayMaker({ villages, residents, of })
  const spare = new Set([...lists.values()].flat().map(({ idNumber }) => idNumber))
  return [
    placesScene(villages),
    ...censusScenes({ villages, residents, spare }),
    ...parameterScenes(),
    ...spellScenes(of(shiqiaoField)),
    ...doneScenes(wayOf(shiqiaoField, 'shiqiao', doneDays, '青人社保〔2023〕31 号')),
    ...shortScenes(wayOf(substation, 'substation', shortDays, '青人社保〔2025〕9 号')),
    ...noticedScenes(wayOf(shangbaField, 'shangba', noticedDays, '青人社保〔2025〕22 号')),
    ...walk(wayOf(waterworks, 'waterworks', checkedDays)).scenes,
    ...walk(wayOf(school, 'school', discussedDays)).scenes,
    ...walk(wayOf(canal, 'canal', draftDays)).scenes,
  ]
}

type Maker = (taking: Taking, key: string, days: Days, document?: string) => Way

function wayMaker(given: {
  villages: readonly DemoVillage[]
  residents: Residents
  of(taking: Taking): readonly Listed[]
}): Maker {
  let cards = 0
  return (taking, key, days, document) => {
    const people = given.of(taking)
    const firstCard = cards
    cards += people.length
    return {
      taking,
      key,
      days,
      people,
      firstCard,
      villageName: given.villages.find(({ code }) => code === taking.village)?.name ?? '',
      adults: (given.residents.get(taking.village) ?? []).filter(
        ({ birthDate }) => completedYears(birthDate, day(days.registered.slice(0, 10))) >= 18,
      ),
      ...(document ? { document } : {}),
    }
  }
}

/** Done: money in, accounts, pensions since November 2024, interest, one payment issued again, one that waits for a card. */
function doneScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  const [first, second] = way.people.filter(({ category }) => category === 'above')
  const months = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-04', '2025-05', '2025-06', '2025-07']
  return [
    ...scenes,
    ...transferScenes(way.key, memory, doneTransfers),
    ...openingScenes(way.key, memory, { funded: '2024-10-28T10:00', opened: '2024-11-04T09:30' }),
    ...months.flatMap((period) => pensionScenes({ period })),
    ...(first
      ? pensionScenes({
          period: '2025-03',
          bounces: [{ name: first.name, words: '账号已销户' }],
          mended: { at: '2025-03-24T14:30', card: newCard(first, 9_001) },
        })
      : []),
    ...pensionScenes({
      period: '2025-08',
      bounces: second ? [{ name: second.name, words: '户名不符' }] : [],
      leaveOpen: second !== undefined,
    }),
    ...interestScenes('2024', '9120.40'),
  ]
}

function newCard(person: Listed, at: number) {
  const { bank, number, name } = cardOf(person, at)
  return { bank, card: number, cardName: name }
}

/** Confirmed, three of the four parts there: the reserve of 5 % is short (LS-08, LS-09). */
function shortScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  return [...scenes, ...transferScenes(way.key, memory, shortTransfers)]
}

/** On notice, with an objection whose answer is due. */
function noticedScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  const text = '他家 2019 年就搬到县城住了，地也转给别人种，不应当算保障对象。'
  return [...scenes, objectionScene(way.key, memory, { at: '2025-09-13T10:20', about: 12, text })]
}
