/** The villages' profiles and the people of the full villages, as sheets through the importer. */

import { reported } from '../population/demo/figures.data.ts'
import { type OfficeColumn, officeWorkbook } from '../population/demo/office-sheet.ts'
import type { DemoPerson } from '../population/demo/people.ts'
import { personRoster } from '../population/demo/person-roster.ts'
import { apportion } from '../population/demo/random.ts'
import type { DemoVillage } from '../population/demo/villages.ts'
import { commonFaults, everyFault, plant } from './faults.ts'
import { importing } from './importing.ts'
import type { Residents } from './people-of.ts'
import { excelFile } from './rosters.ts'
import type { Scene, Stage, Upload } from './stage.ts'

const profileColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '区划代码', width: 16 },
  { head: '村名', width: 12 },
  { head: '年度', width: 8 },
  { head: '登记方式', width: 12 },
  { head: '总人口', width: 10 },
  { head: '户数', width: 8 },
  { head: '劳动力', width: 10 },
  { head: '耕地', width: 10 },
  { head: '劳动力 20 岁以下', width: 16 },
  { head: '劳动力 20 至 40 岁', width: 16 },
  { head: '劳动力 40 至 60 岁', width: 16 },
  { head: '务农', width: 8 },
  { head: '受雇就业', width: 10 },
  { head: '自谋职业', width: 10 },
  { head: '无业', width: 8 },
  { head: '在本村企业就业', width: 14 },
  { head: '人均年收入', width: 12 },
  { head: '其中工资性收入', width: 14 },
  { head: '其中家庭经营收入', width: 16 },
  { head: '其中其他收入', width: 14 },
]

/** Persons a household, as the roster of the full villages has it on the average. */
const PER_HOUSEHOLD = 3.5

function profileRow(village: DemoVillage, at: number): (string | number)[] {
  const { wages, farming, other } = reported.incomeByKind
  return [
    at + 1,
    village.code,
    village.name,
    2019,
    village.full ? '逐人登记' : '只报总数',
    village.population,
    Math.round(village.population / PER_HOUSEHOLD),
    village.labour,
    village.arableMu,
    village.under20,
    village.from20,
    village.from40,
    village.farming,
    village.employed,
    village.selfEmployed,
    village.jobless,
    village.inVillage,
    village.incomePerFarmer,
    ...apportion(village.incomePerFarmer, [wages, farming, other]),
  ]
}

async function profileFile(villages: readonly DemoVillage[]): Promise<Upload> {
  const bytes = await officeWorkbook([
    {
      name: '村情年报',
      title: '青禾县 2019 年村情年报汇总表',
      unit: '填报单位：青禾县农业农村局　　2019 年 12 月 31 日　　单位：人、户、亩、元',
      columns: profileColumns,
      rows: villages.map(profileRow),
      notes: ['填表人：　　　　审核人：　　　　（盖章）'],
    },
  ])
  return excelFile('2019 年村情年报汇总表', bytes)
}

export type Census = { villages: readonly DemoVillage[]; residents: Residents; spare: ReadonlySet<string> }

/** A township's roster, one sheet a village; the first sheet carries one fault of each kind, the others the common ones. */
async function rosterFile(
  name: string,
  of: readonly DemoVillage[],
  { residents, spare }: Census,
): Promise<Upload> {
  const sheets = of.map((village, at) => {
    const people = residents.get(village.code) ?? []
    const faults = plant(people, at === 0 ? everyFault : commonFaults, spare)
    return { village, people: at === 1 ? [...people, ...claimedTwice(of, residents)] : people, faults }
  })
  return excelFile(name, await personRoster(sheets))
}

/** Somebody of the first village whom the second one has on its roster too (OF-12: 两头占). */
function claimedTwice([first, second]: readonly DemoVillage[], residents: Residents): DemoPerson[] {
  const [person] = (residents.get(first?.code ?? '') ?? []).slice(-1)
  const [neighbour] = (residents.get(second?.code ?? '') ?? []).slice(-1)
  return person && neighbour
    ? [{ ...person, household: neighbour.household, group: neighbour.group, relation: '其他' }]
    : []
}

export function censusScenes(census: Census): Scene[] {
  const inTown = (code: string) => census.villages.filter(({ full, township }) => full && township === code)
  const rosters = [
    { key: 'liuxi', login: 'liuxi', code: '990101103', name: '柳溪镇户籍人口花名册', at: '2023-03-06T10:15' },
    { key: 'dawan', login: 'hr1', code: '990101105', name: '大湾镇户籍人口花名册', at: '2023-03-14T14:40' },
  ]
  return [
    {
      name: 'profiles',
      at: '2023-02-20T09:30',
      text: '导入 65 个村的村情年报…… / village profiles',
      play: async (stage) => {
        await importing(stage, 'agri1', { register: 'villageYear', file: await profileFile(census.villages) })
      },
    },
    ...rosters.map(({ key, login, code, name, at }) => ({
      name: `roster.${key}`,
      at,
      text: `导入${name}…… / roster of persons`,
      play: async (stage: Stage) => {
        const of = inTown(code)
        if (of.length > 0)
          await importing(stage, login, { register: 'person', file: await rosterFile(name, of, census) })
      },
    })),
    ...listedVillageScene(census),
  ]
}

/** A village that reports totals only brings the people of its takings. */
function listedVillageScene({ villages, residents }: Census): Scene[] {
  return villages
    .filter(({ code, full }) => !full && residents.has(code))
    .map((village) => ({
      name: `roster.${village.code}`,
      at: '2025-05-12T15:30',
      play: async (stage) => {
        const people = residents.get(village.code) ?? []
        const file = excelFile(`${village.name}征地涉及人员花名册`, await personRoster([{ village, people }]))
        await importing(stage, 'shangba', { register: 'person', file })
      },
    }))
}
