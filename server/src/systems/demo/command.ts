/** `xiangce demo`: the fictional county on the command line. */
import { t } from '#kernel'
import { defineCommand } from '#platform'
import { crowdSize, seedCrowd } from './crowd.ts'
import { openDemo } from './open.ts'

const say = (line: string) => void process.stderr.write(`  ${line}\n`)

export const demoCommand = defineCommand({
  name: 'demo',
  usage: '--persons <n>',
  text: t(
    '往示范县添加虚构人口（最多 1000000 人），用来试大数据量',
    'Add invented people to the demo county, up to 1,000,000',
  ),
  options: { persons: { type: 'string' } },
  run: async ({ house, options }) => {
    const size = crowdSize(String(options.persons ?? ''))
    await openDemo(house, say)
    return seedCrowd(house, size, say)
  },
  show: ({ persons, households, seconds, perSecond, already }) =>
    `已有 ${already} 人，新添 ${persons} 人、${households} 户，用时 ${seconds.toFixed(1)} 秒，每秒 ${perSecond} 人 / ` +
    `${persons} persons added to ${already}, ${perSecond} a second`,
})
