/** Where a rule, a number or a wording comes from. */

export type Citation = {
  /** The document: `S000`, `《中华人民共和国土地管理法》`. */
  source: string
  /** The place in it: `第三条`, `篇一 三·第一`. */
  clause: string
  /** What it says, in our own words. */
  quote?: string
}

/** A citation as declarations write it: `cite('S000', '篇一 三·第一')`. */
export function cite(source: string, clause: string, quote?: string): Citation {
  return quote === undefined ? { source, clause } : { source, clause, quote }
}
