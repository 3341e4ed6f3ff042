/** Units as documents write them, for who reads English. */

const things: Readonly<Record<string, string>> = {
  人: 'persons',
  名: 'persons',
  人次: 'times',
  次: 'times',
  户: 'households',
  村: 'villages',
  家: 'firms',
  岁: 'years',
  年: 'years',
  天: 'days',
  元: 'yuan',
  亩: 'mu',
  公顷: 'ha',
  平方米: 'm²',
  公里: 'km',
  米: 'm',
  公斤: 'kg',
  斤: 'jin',
  吨: 't',
  个: '',
}

const sizes: readonly (readonly [string, string])[] = [
  ['千万', '×10,000,000'],
  ['百万', '×1,000,000'],
  ['亿', '×100,000,000'],
  ['万', '×10,000'],
]

/** 万元 is `×10,000 yuan`; a unit that is not known here stays as it is written. */
export function unitInEnglish(unit: string): string {
  const [word, size] = sizes.find(([begin]) => unit.startsWith(begin)) ?? ['', '']
  const thing = unit.slice(word.length)
  const told = thing === '' ? '' : things[thing]
  return told === undefined ? unit : `${size} ${told}`.trim()
}
