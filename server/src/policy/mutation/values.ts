/** The values beside a value: one unit of its own resolution more or less, the next day, another option. */
import type { NodeOf, ValueType } from '#expression'
import type { Fen } from '#kernel'
import { addDays, day, decimalText, parseRatio, ratio, ratioText, yuanText } from '#kernel'

type LiteralWire = NodeOf<'literal'>['wire']
type Neighbours = (wire: never, type: never) => readonly unknown[]

const whole: Neighbours = (wire: number) => [wire + 1, wire - 1]

const beside = {
  count: whole,
  months: whole,
  years: whole,
  money: (wire: string) => {
    const { num, den } = parseRatio(wire)
    const fen = (num * 100) / den
    return [fen + 1, fen - 1].map((one) => yuanText(one as Fen))
  },
  number: (wire: string) => byOneUnit(wire),
  percent: (wire: string) => byOneUnit(wire),
  quantity: (wire: { value: string; unit: string }) =>
    byOneUnit(wire.value).map((value) => ({ ...wire, value })),
  day: (wire: string) => [1, -1].map((n) => addDays(day(wire), n)),
  boolean: (wire: boolean) => [!wire],
  choice: (wire: string, type: { options: object }) => nextOf(Object.keys(type.options), wire),
  text: (wire: string) => [`${wire}′`],
  area: () => [],
  record: () => [],
  list: () => [],
} satisfies { readonly [K in ValueType['kind']]: Neighbours }

/** Wire forms beside a wire form of that kind; empty where a kind has none. */
export function neighbours(wire: unknown, type: ValueType): readonly LiteralWire[] {
  const rule = beside[type.kind] as (wire: unknown, type: ValueType) => readonly LiteralWire[] // `as`: the table pairs kinds with forms
  return rule(wire, type)
}

/** `2.36` gives `2.37` and `2.35`; `1/3` gives `2/3` and `0`. */
function byOneUnit(text: string): readonly string[] {
  const places = text.split('.')[1]?.length ?? 0
  const { num, den } = parseRatio(text)
  if (text.includes('/')) return [ratioText(ratio(num + 1, den)), ratioText(ratio(num - 1, den))]
  const scale = 10 ** places
  const units = Math.round((num * scale) / den)
  return [units + 1, units - 1].map((n) => decimalText(ratio(n, scale), places, 'half-up'))
}

function nextOf(options: readonly string[], wire: string): readonly string[] {
  const next = options[(options.indexOf(wire) + 1) % options.length]
  return next === undefined || next === wire ? [] : [next]
}
