/** A list of deaths came from civil affairs: compared, some rows decided, one adoption waits for the second person (OF-15, OF-19). */
import type { DemoPerson } from '../population/demo/people.ts'
import type { DemoVillage } from '../population/demo/villages.ts'
import type { Residents } from './people-of.ts'
import type { Scene } from './stage.ts'

const shiqiao = '990101103201'
const heads = '姓名,身份证号,出生日期,死亡日期,信息来源'

type Rows = { rows: { id: number; row: number; class: string; candidates: { id: number }[] }[] }

/** `spare`: who stands on the list of a taking; his money shall not change by this list. */
export function deathsListScenes(
  villages: readonly DemoVillage[],
  { residents, spare }: { residents: Residents; spare: ReadonlySet<string> },
): Scene[] {
  if (!villages.some(({ code }) => code === shiqiao)) return []
  const old = (residents.get(shiqiao) ?? []).filter(
    ({ birthDate, relation, idNumber }) => birthDate < '1950' && relation !== '户主' && !spare.has(idNumber),
  )
  const text = `${heads}\n${linesOf(old).join('\n')}\n`
  return [
    {
      name: 'deathsList',
      at: '2025-09-12T09:10',
      text: '死亡名单比对…… / list of deaths',
      play: async (stage) => {
        const file = { name: '2025年8月死亡名单.csv', mime: 'text/csv', bytes: Buffer.from(text) }
        const fileId = await stage.bring('hr1', file)
        const { comparisonId } = await stage.call<{ comparisonId: number }>('hr1', 'compare.upload', {
          fileId,
          kind: 'deaths',
          sender: '县民政局',
          listDate: '2025-08-31',
          basis: '青民函〔2025〕41 号',
        })
        await stage.call('hr1', 'compare.run', { comparisonId })
        const { rows } = await stage.call<Rows>('hr1', 'compare.rows', { comparisonId, limit: 50 })
        const [meant] = rows.filter((one) => one.class === 'candidate')
        const [likely] = meant?.candidates ?? []
        if (meant && likely)
          await stage.call('hr1', 'compare.decide', { rowId: meant.id, targetId: likely.id })
        const first = rows.find(({ row }) => row === 2)
        if (first)
          await stage.call('hr1', 'compare.propose', {
            comparisonId,
            rowIds: [first.id],
            note: '石桥村 9 月 11 日核实，8 月病故',
          })
      },
    },
  ]
}

/** Two by number, one without, and one of whom the register knows nothing. */
function linesOf([first, second, third]: readonly DemoPerson[]): string[] {
  const line = ({ name, idNumber, birthDate }: DemoPerson, diedOn: string) =>
    `${name},${idNumber},${birthDate},${diedOn},殡仪馆`
  return [
    ...(first ? [line(first, '2025-08-09')] : []),
    ...(second ? [line(second, '2025-08-17')] : []),
    ...(third ? [line({ ...third, idNumber: '' }, '2025-08-23')] : []),
    '覃外乡,,1944-02-11,2025-08-26,医院',
  ]
}
