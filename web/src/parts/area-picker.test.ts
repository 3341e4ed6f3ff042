import { describe, expect, it } from 'vitest'
import { areaName, areaTree } from './area-picker.tsx'

const areas = [
  { code: '990101103201001', name: '一组', level: 'group', parent: '990101103201' },
  { code: '990101103', name: '柳溪镇', level: 'township', parent: '990101' },
  { code: '990101', name: '青禾县', level: 'county', parent: null },
  { code: '990101103201', name: '石桥村', level: 'village', parent: '990101103' },
]

describe('areas', () => {
  it('stand as a tree whatever their order; only the wanted levels may be chosen', () => {
    const [county] = areaTree(areas, [12])
    const village = county?.children[0]?.children[0]
    expect([county?.title, county?.selectable]).toEqual(['青禾县', false])
    expect([village?.title, village?.selectable, village?.children.length]).toEqual(['石桥村', true, 1])
  })
  it('keep a part of the tree whose top is out of scope', () => {
    expect(areaTree(areas.filter((area) => area.code.length > 6)).map((node) => node.title)).toEqual([
      '柳溪镇',
    ])
  })
  it('are named from the township down', () => {
    const byCode = new Map(areas.map((area) => [area.code, area]))
    expect(areaName('990101103201001', byCode)).toBe('柳溪镇 石桥村 一组')
    expect(areaName('990101', byCode)).toBe('青禾县')
    expect(areaName('990101999', byCode)).toBe('990101999')
  })
})
