/** The places of the demo county as rows: county, townships, villages, groups one to six of each village. */
import { z } from 'zod'
import { day, t } from '#kernel'
import type { AnyOperation } from '#platform'
import { operation } from '#platform'
import type { InsertOf } from '#register'
import { insertRows, nameSyllables } from '#register'
import { townships } from '../population/demo/names.data.ts'
import type { DemoVillage } from '../population/demo/villages.ts'
import { area } from '../population/registers/index.ts'
import type { Scene } from './stage.ts'

type AreaRow = InsertOf<typeof area>

const county = { code: '990101', name: '青禾县' }
const groupNames = ['一组', '二组', '三组', '四组', '五组', '六组'] as const
const since = day('1984-06-01')

function place(row: Pick<AreaRow, 'code' | 'name' | 'level' | 'kind'> & { parent?: string }): AreaRow {
  return { ...row, since, pinyin: nameSyllables(row.name).join(' ') }
}

/** Every area of the county, the wider before the narrower. */
export function placesOf(villages: readonly DemoVillage[]): AreaRow[] {
  const inTown = new Set(villages.map(({ township }) => township))
  return [
    place({ ...county, level: 'county', kind: 'county' }),
    ...townships
      .filter(({ code }) => inTown.has(code))
      .map(({ code, zh, kind }) => place({ code, name: zh, level: 'township', kind, parent: county.code })),
    ...villages.flatMap(villageWithGroups),
  ]
}

function villageWithGroups({ code, name, township }: DemoVillage): AreaRow[] {
  const village = place({ code, name, level: 'village', kind: 'village', parent: township })
  const groups = groupNames.map((group, at) =>
    place({
      code: `${code}${String(at + 1).padStart(3, '0')}`,
      name: group,
      level: 'group',
      kind: 'group',
      parent: code,
    }),
  )
  return [{ ...village, shortName: name.slice(0, -1) }, ...groups]
}

/** One act for the whole list: it comes from the ministry's code table, not from a form. */
function registering(rows: readonly AreaRow[]): AnyOperation {
  return operation({
    name: 'demo.places',
    text: t('导入行政区划', 'Bring in the list of places'),
    can: 'area.write',
    audit: 'write',
    input: z.object({ county: z.string() }),
    output: z.object({ count: z.number() }),
    run: async (ctx) => {
      const ids = await insertRows(ctx, area, rows)
      ctx.note({ subject: 'area', text: t(`${ids.length} 个地方`, `${ids.length} places`) })
      return { count: ids.length }
    },
  })
}

export function placesScene(villages: readonly DemoVillage[]): Scene {
  return {
    name: 'places',
    at: '2023-01-09T09:10',
    text: '登记乡镇和村组…… / places',
    play: async (stage) => {
      await stage.done('civil1', registering(placesOf(villages)), { county: county.code })
    },
  }
}
