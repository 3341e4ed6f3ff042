import { describe, expect, it } from 'vitest'
import { areaBook, groupNumber } from './area-book.ts'

const county = '990101'
const village = '990101103201'
const groups = ['一组', '二组', '三组', '四组', '五组', '六组'].map((name, i) => ({
  code: `${village}00${i + 1}`,
  name,
  shortName: null,
}))
const book = areaBook([
  { code: county, name: '青禾县', shortName: null },
  { code: '990101103', name: '柳溪镇', shortName: null },
  { code: '990101102', name: '石门镇', shortName: null },
  { code: village, name: '石桥村', shortName: '石桥' },
  { code: '990101103202', name: '新塘村', shortName: null },
  { code: '990101102201', name: '新塘村', shortName: null },
  { code: '990101102202', name: '石门村', shortName: null },
  ...groups,
])
const at = (text: string, within = county) => {
  const found = book.find(text, within)
  return found.ok ? found.code : found.text.zh
}

describe('places as rosters write them', () => {
  it('are found by name, with and without the places above', () => {
    expect(at('石桥村')).toBe(village)
    expect(at('石桥')).toBe(village)
    expect(at('柳溪镇石桥村')).toBe(village)
    expect(at('青禾县柳溪镇石桥村村民委员会')).toBe(village)
    expect(at('柳溪镇')).toBe('990101103')
    expect(at('石 桥 村 三组')).toBe(`${village}003`)
    expect(at('石桥村第3村民小组')).toBe(`${village}003`)
  })

  it('groups mean those of the village of the sheet', () => {
    for (const text of ['三组', '3组', '3', '第三组', '三社', '石桥村三组', '石桥三组'])
      expect(at(text, village)).toBe(`${village}003`)
    expect(at('二组', `${village}001`)).toBe(`${village}002`)
    expect(at('', village)).toBe(village)
  })

  it('codes are taken if they exist', () => {
    expect(at(`${village}002`)).toBe(`${village}002`)
    expect(at('990101109')).toBe('区划里没有代码 990101109。请核对，或先登记这个地方。')
  })

  it('what is not there is said with what is', () => {
    expect(at('七组', village)).toBe('石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。')
    expect(at('石桥村七组')).toBe('石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。')
    expect(at('大山村')).toBe('没有“大山村”这个地方。请填区划代码，或名册里有的乡镇、村、组名。')
    expect(at('三组')).toContain('没有“三组”这个地方')
  })

  it('a name that two places have needs its township', () => {
    expect(at('新塘村')).toBe('“新塘村”有 2 处：柳溪镇 新塘村、石门镇 新塘村。请连乡镇名一起写。')
    expect(at('石门镇新塘村')).toBe('990101102201')
    expect(at('新塘村', '990101102')).toBe('990101102201')
  })

  it('titles and sheet names say which village the sheet speaks of', () => {
    expect(book.mentioned(['Sheet1', '石桥村户籍人口花名册'], county)).toBe(village)
    expect(book.mentioned(['填报单位：柳溪镇人民政府'], county)).toBe('990101103')
    expect(book.mentioned(['石桥村、石门村花名册'], county)).toBeNull()
    expect(book.mentioned(['新塘村花名册'], county)).toBeNull()
    expect(book.mentioned(['新塘村花名册'], '990101103')).toBe('990101103202')
  })

  it('numbers of groups are read up to ninety-nine', () => {
    expect(['十组', '十一组', '二十组', '二十三社', '12', '组', '三组村'].map(groupNumber)).toEqual([
      10,
      11,
      20,
      23,
      12,
      null,
      null,
    ])
  })
})
