/** Area codes: digit strings in which the code of a part begins with the code of the whole (GB/T 2260, GB/T 10114). */
import type { Text } from './label.ts'
import { t } from './label.ts'
import { defineProblems, problem } from './problem.ts'

export type AreaLevel = 'province' | 'city' | 'county' | 'township' | 'village' | 'group'

/** From the widest to the narrowest; a group (村民小组) is our own three digits below the village. */
export const areaLevels: readonly AreaLevel[] = ['province', 'city', 'county', 'township', 'village', 'group']

const lengths: Record<AreaLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
  group: 15,
}

const labels: Record<AreaLevel, Text> = {
  province: t('省', 'Province'),
  city: t('州市', 'Prefecture'),
  county: t('县', 'County'),
  township: t('乡镇', 'Township'),
  village: t('村', 'Village'),
  group: t('村民小组', 'Villager group'),
}

export const areaProblems = defineProblems('area', {
  form: problem(422, (d: { given: string }) =>
    t(
      `区划代码“${d.given}”的位数不对。代码是数字：县 6 位，乡镇 9 位，村 12 位，组 15 位。`,
      `The area code "${d.given}" has a wrong length. Codes are digits: county 6, township 9, village 12, group 15.`,
    ),
  ),
})

export function isAreaCode(text: string): boolean {
  return /^\d+$/.test(text) && areaLevels.some((level) => lengths[level] === text.length)
}

/** The level that a code has by its length; another length is the Problem `area.form`. */
export function areaLevel(code: string): AreaLevel {
  const found = areaLevels.find((level) => lengths[level] === code.length)
  if (!found || !isAreaCode(code)) throw areaProblems.form({ given: code })
  return found
}

export function areaLevelText(level: AreaLevel): Text {
  return labels[level]
}

/** The part of the code that names the area of a level, or null if the code is wider than that. */
export function areaAt(code: string, level: AreaLevel): string | null {
  const own = areaLevel(code)
  return areaLevels.indexOf(level) <= areaLevels.indexOf(own) ? code.slice(0, lengths[level]) : null
}

/** The next wider area; null for a province. */
export function parentArea(code: string): string | null {
  const above = areaLevels[areaLevels.indexOf(areaLevel(code)) - 1]
  return above ? code.slice(0, lengths[above]) : null
}

/** All wider areas, the widest first, the code itself not among them. */
export function areaAncestors(code: string): string[] {
  const own = areaLevels.indexOf(areaLevel(code))
  return areaLevels.slice(0, own).map((level) => code.slice(0, lengths[level]))
}

/** Whether `code` is the area `scope` or lies in it. */
export function areaContains(scope: string, code: string): boolean {
  areaLevel(scope)
  areaLevel(code)
  return code.startsWith(scope)
}
