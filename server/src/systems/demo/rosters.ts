/** The Excel files of the demo's takings, as village and bureau send them. */
import { bankCard } from '#kernel'
import { type OfficeColumn, officeWorkbook } from '../population/demo/office-sheet.ts'
import type { Listed } from './listed.ts'
import type { Upload } from './stage.ts'
import type { Taking } from './takings.data.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function excelFile(name: string, bytes: Buffer): Upload {
  return { name: `${name}.xlsx`, mime: xlsx, bytes }
}

const listColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '姓名', width: 12 },
  { head: '公民身份号码', width: 22 },
  { head: '基准日户口', width: 12 },
  { head: '被征面积（亩）', width: 14 },
  { head: '征后人均耕地（亩）', width: 16 },
  { head: '成员身份依据', width: 14 },
  { head: '人员类别', width: 12 },
  { head: '个人安置补助费（元）', width: 18 },
  { head: '监护人', width: 12 },
  { head: '监护关系', width: 10 },
]

/** Yuan a head: offset by the grown, paid out for the children (LS-06, LS-07). */
const subsidy = { above: 15_000, working: 15_000, minor: 20_000 }

/** The village's list of a taking. */
export async function takingRoster(
  taking: Taking,
  people: readonly Listed[],
  village: string,
): Promise<Upload> {
  const share = (Number(taking.land) / people.length).toFixed(2)
  const bytes = await officeWorkbook([
    {
      name: taking.name,
      title: `${taking.name}被征地农民保障对象名单`,
      unit: `填报单位：${village}村民委员会　　批复：${taking.approvalNo}　　单位：人、亩、元`,
      columns: listColumns,
      rows: people.map((person, at) => [
        at + 1,
        person.name,
        person.idNumber,
        '农业',
        share,
        '0.15',
        person.category === 'minor' ? '出生' : '承包经营权',
        person.category === 'minor' && at % 4 === 0 ? '在校大中专学生' : '常住',
        subsidy[person.category],
        ...guardianOf(person, people),
      ]),
      total: ['合计', people.length, null, null, taking.land],
      notes: [
        '注：丙类（不满 16 周岁）的安置补助费由监护人代领。',
        '村委会主任：　　　　经办人：　　　　（盖章）',
      ],
    },
  ])
  return excelFile(`${taking.name}保障对象名单`, bytes)
}

/** A grown member of the same household, or nobody. */
function guardianOf(person: Listed, people: readonly Listed[]): (string | null)[] {
  if (person.category !== 'minor') return [null, null]
  const guardian = people.find((one) => one.household === person.household && one.category !== 'minor')
  return guardian ? [guardian.name, guardian.sex === 'male' ? '父亲' : '母亲'] : [null, null]
}

const cardColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '姓名', width: 12 },
  { head: '公民身份号码', width: 22 },
  { head: '村组', width: 16 },
  { head: '开户行', width: 22 },
  { head: '社保卡账号', width: 24 },
  { head: '银行户名', width: 12 },
]

const banks = ['青禾农村商业银行', '青禾农村商业银行', '邮储银行青禾县支行'] as const
/** Simplified forms that the bank's machine knew when the account was opened. */
const atBank: Readonly<Record<string, string>> = { 𠮷: '吉', 㙍: '多', 勐: '猛', 颍: '颖' }

export type Card = { bank: string; number: string; name: string }

/** The card of a listed person; `at` counts over the whole county, so that no two are equal. */
export function cardOf(person: Listed, at: number): Card {
  const body = `6217${String(990_101).padStart(6, '0')}${String(10_000_000 + at * 37).slice(-8)}`
  return {
    bank: banks[at % banks.length] ?? banks[0],
    number: bankCard(body),
    name: [...person.name].map((c) => atBank[c] ?? c).join(''),
  }
}

/** One of the list gave the card of the person before, as a check will find (OF-09). */
const SHARED = 17

/** Cards as the bureau collects them for payment: everybody but the children. */
export async function cardRoster(taking: Taking, people: readonly Listed[], first: number): Promise<Upload> {
  const grown = people.filter(({ category }) => category !== 'minor')
  const bytes = await officeWorkbook([
    {
      name: '社保卡',
      title: `${taking.name}保障对象社保卡登记表`,
      unit: '填报单位：青禾县人力资源和社会保障局　　单位：人',
      columns: cardColumns,
      rows: grown.map((person, at) => {
        const card = cardOf(person, first + (at === SHARED ? at - 1 : at))
        return [
          at + 1,
          person.name,
          person.idNumber,
          person.group,
          card.bank,
          card.number,
          card.name === person.name ? null : card.name,
        ]
      }),
    },
  ])
  return excelFile(`${taking.name}社保卡登记表`, bytes)
}
