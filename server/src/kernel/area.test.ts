import { describe, expect, it } from 'vitest'
import {
  areaAncestors,
  areaAt,
  areaContains,
  areaLevel,
  areaLevels,
  areaLevelText,
  isAreaCode,
  parentArea,
} from './area.ts'
import { isProblem } from './problem.ts'

const group = '990101103201001'

describe('area codes', () => {
  it.each([
    ['99', 'province'],
    ['9901', 'city'],
    ['990101', 'county'],
    ['990101103', 'township'],
    ['990101103201', 'village'],
    [group, 'group'],
  ])('%s is a %s', (code, level) => {
    expect(areaLevel(code)).toBe(level)
  })

  it.each(['', '9', '99010', '9901011', '99010A', '990101103201001001', '99 101'])('%j is none', (code) => {
    expect(isAreaCode(code)).toBe(false)
    let thrown: unknown
    try {
      areaLevel(code)
    } catch (error) {
      thrown = error
    }
    expect(isProblem(thrown, 'area.form')).toBe(true)
  })

  it('know what they lie in', () => {
    expect(parentArea(group)).toBe('990101103201')
    expect(parentArea('990101103')).toBe('990101')
    expect(parentArea('99')).toBe(null)
    expect(areaAncestors(group)).toEqual(['99', '9901', '990101', '990101103', '990101103201'])
    expect(areaAncestors('99')).toEqual([])
    expect(areaAt(group, 'township')).toBe('990101103')
    expect(areaAt('990101', 'village')).toBe(null)
    expect(areaAt('990101', 'county')).toBe('990101')
  })

  it('contain themselves and their parts, nothing else', () => {
    expect(areaContains('990101103', group)).toBe(true)
    expect(areaContains(group, group)).toBe(true)
    expect(areaContains('990101104', group)).toBe(false)
    expect(areaContains(group, '990101103')).toBe(false)
    expect(() => areaContains('', group)).toThrow()
  })

  it('have a word for each level', () => {
    expect(areaLevels.map((level) => areaLevelText(level).zh)).toEqual([
      '省',
      '州市',
      '县',
      '乡镇',
      '村',
      '村民小组',
    ])
  })
})
