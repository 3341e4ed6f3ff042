/** `xiangce check`: runs the checks over the county, or looks at one file of figures or words, and says what they found; exit code 2 if something was. */
import type { Locale } from '#kernel'
import { say, t } from '#kernel'
import type { Command } from '#platform'
import { defineCommand, platformProblems, systemActor, withContext } from '#platform'
import type { FiguresChecked, TextChecked } from './check-file.ts'
import { checkFile, showChecked } from './check-file.ts'
import type { VerifyRoom } from './run.ts'
import { checkOf, inPasses, runPass } from './run.ts'

/** `label` in Chinese, beside it in English. */
type Line = { check: string; label: string; looked: number; found: number; en: { label: string } }
export type CheckResult = { checks: Line[]; found: number }

export function checkCommand(room: VerifyRoom): Command {
  return defineCommand<CheckResult | FiguresChecked | TextChecked>({
    name: 'check',
    text: t('跑一遍核查', 'Run the checks'),
    usage: '[<check> …] | --figures <file> | --text <file> [--locale en]',
    options: { figures: { type: 'string' }, text: { type: 'string' }, locale: { type: 'string' } },
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
            en: { label: label.en },
          })
      }
      return { checks: lines, found: lines.reduce((sum, { found }) => sum + found, 0) }
    },
    show: (result, { options }) => {
      const locale = options.locale === 'en' ? 'en' : 'zh'
      return 'checks' in result ? showRun(result, locale) : showChecked(result, locale)
    },
    fails: ({ found }) => found > 0,
  })
}

function showRun({ checks, found }: CheckResult, locale: Locale): string {
  const lines = checks.map(({ label, looked, found: n, en }) =>
    t(`${label}：核 ${looked} 条，疑点 ${n} 条`, `${en.label}: ${looked} looked at, ${n} found`),
  )
  return [...lines, t(`共 ${found} 条疑点。`, `${found} findings in all.`)]
    .map((line) => say(line, locale))
    .join('\n')
}
