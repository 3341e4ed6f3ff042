/** Units that a sheet states, in its heading (面积（公顷）), its title lines (单位：万元) or the cell itself (2.5公顷). */
import type { Ratio } from '#kernel'
import { decimalText, foldWidth, mulRatio, parseRatio, ratio, ratioText } from '#kernel'
import type { Cell, Field } from '../../kinds/index.ts'

/** Square metres in one of each. A mu is a fifteenth of a hectare. */
const lands: Readonly<Record<string, Ratio>> = {
  亩: ratio(2000, 3),
  公顷: ratio(10_000),
  平方米: ratio(1),
  平方公里: ratio(1_000_000),
}
const moneys: Readonly<Record<string, Ratio>> = {
  元: ratio(1),
  百元: ratio(100),
  千元: ratio(1000),
  万元: ratio(10_000),
  亿元: ratio(100_000_000),
}
const sameAs: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  m2: '平方米',
  'm²': '平方米',
  平米: '平方米',
  平方: '平方米',
  ha: '公顷',
  hm2: '公顷',
  'hm²': '公顷',
  km2: '平方公里',
  'km²': '平方公里',
  '㎢': '平方公里',
}

type Table = { units: Readonly<Record<string, Ratio>>; own: string }

/** The units that may stand for a field's own, or null where the field is no amount of money or land. */
function tableOf(field: Field): Table | null {
  if (field.kind.name === 'money') return { units: moneys, own: '元' }
  if (field.kind.name !== 'quantity') return null
  const own = named(field.unit?.zh ?? '')
  return own in lands ? { units: lands, own } : null
}

function named(text: string): string {
  const bare = foldWidth(text).replace(/\s/g, '')
  return sameAs[bare.toLowerCase()] ?? bare
}

/** The unit of a column: the lowest line of its heading that states one, else the title lines. Undefined: the field's own. */
export function unitOf(field: Field, path: readonly string[], titles: readonly string[]): string | undefined {
  const table = tableOf(field)
  if (!table) return undefined
  const stated = [...path].reverse().flatMap(bracketed).concat(titles.flatMap(titled))
  return stated.find((unit) => unit in table.units)
}

/** `收入（万元/年）` states 万元; `万元`, a heading line of its own, too. */
function bracketed(text: string): string[] {
  const inner = [...foldWidth(text).matchAll(/[(（[【]([^)）\]】]*)[)）\]】]/g)].map(([, one = '']) => one)
  const behind = /[:：,，、]([^:：,，、]{1,4})$/.exec(foldWidth(text))?.[1]
  return [...inner, ...(behind === undefined ? [] : [behind]), text].map(unitWord)
}

function titled(text: string): string[] {
  const said =
    /(?:金额|计量|面积)?单位[:：]([^\s)）]+)/.exec(foldWidth(text).replace(/\s*([:：])\s*/g, '$1'))?.[1] ?? ''
  return said.split(/[、,，;；/]/).map(unitWord)
}

function unitWord(text: string): string {
  return named(text.replace(/^(?:单位|计量单位)[:：]?/, '').replace(/[/每].*$/, ''))
}

/** The cell as a number of the field's own unit; undefined where nothing has to be converted. `unit`: of the column. */
export function converted(shown: Cell, field: Field, unit: string | undefined): string | undefined {
  const table = tableOf(field)
  if (!table) return undefined
  const bare = foldWidth(String(shown)).replace(/[\s,，]/g, '')
  const match = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(bare)
  if (!match) return undefined
  const [, number = '', behind = ''] = match
  const own = behind === '' ? unit : named(behind)
  const from = own === undefined ? undefined : table.units[own]
  const to = table.units[table.own]
  if (!from || !to || own === table.own) return undefined
  return decimal(mulRatio(parseRatio(number), ratio(from.num * to.den, from.den * to.num)))
}

/** Land in square metres from mu has no end: four decimals. */
function decimal(value: Ratio): string {
  const exact = ratioText(value)
  return exact.includes('/') ? decimalText(value, 4, 'half-up') : exact
}

/** A bare number with the field's own unit behind it, where the column states another. */
export function withOwnUnit(text: string, field: Field, unit: string | undefined): string {
  const table = tableOf(field)
  const bare = /^-?\d+(?:\.\d+)?$/.test(foldWidth(text).replace(/[\s,，]/g, ''))
  return table && bare && unit !== undefined && unit !== table.own ? `${text}${table.own}` : text
}
