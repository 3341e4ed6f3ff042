/** Rule numbers in a text: `LS-07`, `INC-19a`, and spans such as `LS-07 to LS-10` or `LS-03 … LS-08`. */

const one = /\b([A-Z]{2,3})-(\d{2}[a-f]?)\b/g
const span = /\b([A-Z]{2,3})-(\d{2}) ?(?:to|…|–|至) ?\1-(\d{2})\b/g

/** Each number once. */
export function rulesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, prefix, number] of text.matchAll(one)) found.add(`${prefix}-${number}`)
  for (const [, prefix, from, to] of text.matchAll(span))
    for (let n = Number(from); n <= Number(to); n++) found.add(`${prefix}-${String(n).padStart(2, '0')}`)
  return found
}
