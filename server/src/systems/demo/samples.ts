/** The township has the register of persons looked at again in the field; the resident team has begun. */
import type { DemoVillage } from '../population/demo/villages.ts'
import type { Scene } from './stage.ts'

type Mine = { tasks: { taskId: number; version: number; barred: string | null }[] }

const shiqiao = '990101103201'
const rule = {
  layers: 'village',
  precision: 5,
  confidence: 95,
  expected: 10,
  holds: 'whole',
  least: 10,
  allocation: 'proportional',
  after: null,
} as const
/** How many each member has looked at so far; the last of them was not at home. */
const DONE = 9

export function sampleScenes(villages: readonly DemoVillage[]): Scene[] {
  if (!villages.some(({ code }) => code === shiqiao)) return []
  return [
    {
      name: 'samples.draw',
      at: '2025-09-12T16:40',
      text: '抽查…… / sample',
      play: async (stage) => {
        const title = '2025 年 9 月人员登记复核'
        const asked = { design: 'person', title, rule, seed: '柳溪 0912', due: '2025-09-30' }
        await stage.call('liuxi', 'sample.draw', asked)
      },
    },
    ...['team1', 'team2'].map((login, at): Scene => {
      return {
        name: `samples.${login}`,
        at: `2025-09-13T1${at}:20`,
        play: async (stage) => {
          const { tasks } = await stage.call<Mine>(login, 'sample.mine', {})
          const some = tasks.filter(({ barred }) => barred === null).slice(0, DONE)
          for (const [index, { taskId, version }] of some.entries()) {
            const isOut = index === DONE - 1
            const answer = isOut
              ? { result: 'notMet', note: '外出务工，国庆回来再去' }
              : { result: 'confirmed' }
            await stage.call(login, 'sample.visit', { taskId, version, ...answer })
          }
        },
      }
    }),
  ]
}
