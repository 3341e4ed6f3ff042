/** `xiangce check`: runs the checks over the county, or looks at one file of figures or words, and says what they found; exit code 2 if something was. */
import { t } from '#kernel'
import type { Command } from '#platform'
import { defineCommand, platformProblems, systemActor, withContext } from '#platform'
import type { FiguresChecked, TextChecked } from './check-file.ts'
import { checkFile, showChecked } from './check-file.ts'
import type { VerifyRoom } from './run.ts'
import { checkOf, inPasses, runPass } from './run.ts'

type Line = { check: string; label: string; looked: number; found: number }
export type CheckResult = { checks: Line[]; found: number }

export function checkCommand(room: VerifyRoom): Command {
  return defineCommand<CheckResult | FiguresChecked | TextChecked>({
    name: 'check',
    text: t('跑一遍核查', 'Run the checks'),
    usage: '[<check> …] | --figures <file> | --text <file>',
    options: { figures: { type: 'string' }, text: { type: 'string' } },
    runAlone: checkFile,
    run: async ({ house, words }) => {
      if (words.some((word) => word.startsWith('-')))
        throw platformProblems.usage({ what: 'check [<check> …]' })
      const checks = words.length > 0 ? words.map((id) => checkOf(room, id)) : room.checks
      const lines: Line[] = []
      for (const pass of inPasses(checks)) {
        const found = await withContext(house.db, systemActor(house.county), (ctx) =>
          runPass(ctx, room, pass),
        )
        for (const [i, { id, label }] of pass.entries())
          lines.push({
            check: id,
            label: label.zh,
            looked: found[i]?.looked ?? 0,
            found: found[i]?.hits.length ?? 0,
          })
      }
      return { checks: lines, found: lines.reduce((sum, { found }) => sum + found, 0) }
    },
    show: (result) => ('checks' in result ? showRun(result) : showChecked(result)),
    fails: ({ found }) => found > 0,
  })
}

function showRun({ checks, found }: CheckResult): string {
  return [
    ...checks.map(({ label, looked, found: n }) => `${label}：核 ${looked} 条，疑点 ${n} 条`),
    `共 ${found} 条疑点。`,
  ].join('\n')
}
