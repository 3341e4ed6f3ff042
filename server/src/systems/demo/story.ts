/** The story of the demo county up to the demo day, every act by the officer whose it is. */
import { completedYears, day } from '#kernel'
import type { DemoPerson } from '../population/demo/people.ts'
import { type DemoVillage, demoVillages } from '../population/demo/villages.ts'
import { censusScenes } from './census.ts'
import { checkScenes } from './checks.ts'
import { demoDay } from './county.ts'
import {
  checkedDays,
  discussedDays,
  doneDays,
  draftDays,
  noticedDays,
  shortDays,
  shortTransfers,
} from './days.data.ts'
import { deathsListScenes } from './deaths-list.ts'
import { doneScenes } from './done-taking.ts'
import { type Listed, listsOf } from './listed.ts'
import { transferScenes } from './money-in.ts'
import { objectionScene, publicObjectionScene } from './objections.ts'
import { parameterScenes } from './parameters.ts'
import { type Residents, residentsOf } from './people-of.ts'
import { placesScene } from './places.ts'
import { sampleScenes } from './samples.ts'
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
import { villageLifeScenes } from './village-life.ts'
import { type Days, type Way, walk } from './walk.ts'

/** What is told: all of it, or for a test a part of the county, up to a day. */
export type Scope = { villages?: readonly DemoVillage[]; until?: string }

/** The scenes of a county, made anew for one telling: they remember numbers that the house gave them. */
export function story({ villages = demoVillages(), until = demoDay }: Scope = {}): Scene[] {
  const residents = residentsOf(villages)
  const here = takings.filter(({ village }) => residents.has(village))
  const lists = listsOf(residents, here)
  const spare = new Set([...lists.values()].flat().map(({ idNumber }) => idNumber))
  const scenes = [
    placesScene(villages),
    ...censusScenes({ villages, residents, spare }),
    ...villageLifeScenes(villages),
    ...parameterScenes(),
    ...checkScenes(),
    ...waysOf({ villages, residents, lists }).flatMap(({ way, tell }) => tell(way)),
    ...sampleScenes(villages),
    ...deathsListScenes(villages, { residents, spare }),
  ]
  return scenes.filter(({ at }) => at < until)
}

type County = {
  villages: readonly DemoVillage[]
  residents: Residents
  lists: ReadonlyMap<string, readonly Listed[]>
}

type Told = { taking: Taking; key: string; days: Days; document?: string; tell(way: Way): Scene[] }

const walked = (way: Way) => walk(way).scenes

/** Every taking stands somewhere else on the way. */
const told: readonly Told[] = [
  {
    taking: shiqiaoField,
    key: 'shiqiao',
    days: doneDays,
    document: '青人社保〔2023〕31 号',
    tell: doneScenes,
  },
  {
    taking: substation,
    key: 'substation',
    days: shortDays,
    document: '青人社保〔2025〕9 号',
    tell: shortScenes,
  },
  { taking: school, key: 'school', days: discussedDays, tell: walked },
  { taking: canal, key: 'canal', days: draftDays, tell: walked },
  {
    taking: shangbaField,
    key: 'shangba',
    days: noticedDays,
    document: '青人社保〔2025〕22 号',
    tell: noticedScenes,
  },
  { taking: waterworks, key: 'waterworks', days: checkedDays, tell: walked },
]

const takings = told.map(({ taking }) => taking)

function waysOf({ villages, residents, lists }: County): { way: Way; tell: Told['tell'] }[] {
  let cards = 0
  return told.flatMap(({ taking, tell, ...rest }) => {
    const people = lists.get(taking.name)
    if (!people) return []
    const firstCard = cards
    cards += people.length
    const villageName = villages.find(({ code }) => code === taking.village)?.name ?? ''
    const adults = adultsOf(residents.get(taking.village) ?? [], rest.days.registered)
    return [{ tell, way: { ...rest, taking, people, firstCard, villageName, adults } }]
  })
}

function adultsOf(people: readonly DemoPerson[], at: string): DemoPerson[] {
  const on = day(at.slice(0, 10))
  return people.filter(({ birthDate }) => completedYears(birthDate, on) >= 18)
}

/** Confirmed, three of the four parts there: the reserve of 5 % is short (LS-08, LS-09). */
function shortScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  return [...scenes, ...transferScenes(way.key, memory, shortTransfers)]
}

/** On notice, with an objection whose answer is due, and one in the box that nobody has looked at. */
function noticedScenes(way: Way): Scene[] {
  const { scenes, memory } = walk(way)
  const atCounter = '他家 2019 年就搬到县城住了，地也转给别人种，不应当算保障对象。'
  const onPage = '我家五口人，名单上只有四个，漏了我儿媳，她前年就把户口迁来了，请查一下。'
  return [
    ...scenes,
    objectionScene(way.key, memory, { at: '2025-09-13T10:20', about: 12, text: atCounter }),
    publicObjectionScene(way.key, memory, { at: '2025-09-14T20:45', text: onPage, name: '', phone: '' }),
  ]
}
