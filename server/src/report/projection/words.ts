/** How a projection is said: what runs dry when, values of assumptions, what was tried. */
import { formatYuan, parseYuan, type Text, t } from '#kernel'
import type { Projected, Projection, ProjectionColumn } from './define.ts'
import type { Answer, Change, ToldAssumption } from './project.ts'

/** 统筹账户：2041 年起不够付. */
export function dryWords({ accounts }: Projection, { rows, runsDry }: Projected): Text[] {
  const last = rows.at(-1)?.year ?? 0
  return Object.entries(accounts).map(([name, label]) => {
    const year = runsDry[name] ?? null
    return year === null
      ? t(`${label.zh}：到 ${last} 年够付`, `${label.en}: holds until ${last}`)
      : t(`${label.zh}：${year} 年起不够付`, `${label.en}: runs dry in ${year}`)
  })
}

export function figureWords(figure: string | undefined, { kind }: ProjectionColumn): string {
  if (figure === undefined) return ''
  return kind === 'money' ? formatYuan(parseYuan(figure)) : figure
}

const units = { percent: '%', money: ' 元', count: ' 人' } as const

export function assumptionWords({ kind, value }: Pick<ToldAssumption, 'kind' | 'value'>): string {
  return `${kind === 'money' ? formatYuan(parseYuan(value)) : value}${units[kind]}`
}

export type Tried = { readonly changes: readonly Change[]; readonly from?: string | undefined }

/** 养老金月标准：300.00 元（现行 240.00 元）; then the day from which they would hold. */
export function changesWords({ levers }: Pick<Answer, 'levers'>, { changes, from }: Tried): string[] {
  const words = changes.map((change) => changeWords(levers, change))
  return from && words.length > 0 ? [...words, `自 ${from} 起按新值`] : words
}

function changeWords(levers: Answer['levers'], { policy, key, value }: Change): string {
  const lever = levers.find((one) => one.policy === policy && one.key === key)
  if (!lever) return `${policy} ${key}：${valueWords(value, undefined)}`
  return `${lever.label.zh}：${valueWords(value, lever.kind)}（现行 ${valueWords(lever.value, lever.kind)}）`
}

function valueWords(wire: unknown, kind: string | undefined): string {
  if (wire === null) return '未定'
  if (typeof wire !== 'string') return JSON.stringify(wire)
  if (kind === 'money') return `${formatYuan(parseYuan(wire))} 元`
  return kind === 'percent' ? `${wire}%` : wire
}
