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

/** 养老金月标准：300.00（现行 240.00）. */
export function changeWords({ levers }: Pick<Answer, 'levers'>, { policy, key, value }: Change): string {
  const lever = levers.find((one) => one.policy === policy && one.key === key)
  const said = (wire: unknown) => (typeof wire === 'string' ? wire : JSON.stringify(wire))
  return `${lever?.label.zh ?? `${policy} ${key}`}：${said(value)}${lever ? `（现行 ${said(lever.value)}）` : ''}`
}
