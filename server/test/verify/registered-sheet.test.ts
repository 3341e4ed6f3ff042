/** Figures of registers on a sheet: beside what was typed, instead of it, in sums and in growth; kept with place and day. */
import { expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { AnyOperation } from '#platform'
import * as kit from './registered.kit.ts'
import { at, doors, openFigures, valuesOf } from './registered-desk.kit.ts'

openFigures({ work: true })

type Result = {
  checked: {
    rule: string
    verdict: string
    stated: { zh: string }
    computed: { zh: string }
    relation: string
  }[]
}
const check = (rows: object[], place: object, actor = at.clerk) =>
  at.county.call(actor, doors['verify.checkFigures'] as AnyOperation, {
    title: '脱贫户',
    content: { kind: 'rows', rows, at: place },
  }) as Promise<Result>

test('what the township typed beside what the register has', async () => {
  const day = '2023-12-31'
  const [value] = await valuesOf(['household.lifted'], { day: day as Day, areas: ['990101103'] })
  const [low, unknown] = [Number(value?.value), value?.unknown ?? 0]
  expect(unknown).toBeGreaterThan(0)
  const typed = async (number: number) =>
    (
      await check([{ label: '脱贫户', value: `${number}`, unit: '户', register: 'household.lifted' }], {
        area: '990101103',
        day,
      })
    ).checked
  expect((await typed(low + unknown + 1)).map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['VR-05', 'contradiction'],
  ])
  expect((await typed(low - 1)).map(({ verdict }) => verdict)).toEqual(['contradiction'])
  expect((await typed(low + 1)).map(({ verdict }) => verdict)).toEqual(['bound-unknown'])
  expect((await typed(low))[0]?.computed.zh).toBe(`名册 ${day}：${low} 户，另有 ${unknown} 户的帮扶类别不详`)
})

test('HF-02: cards of the villages from the register, the book of the township typed', async () => {
  const day = '2025-03-01'
  const cards = kit.villages.slice(1)
  const book = async (number: number) =>
    (
      await check(
        [
          { label: '乡簿', value: `${number}` },
          ...cards.map((code) => ({
            label: `村卡 ${code}`,
            value: '',
            register: 'person.registered',
            area: code,
            total: '乡簿',
          })),
        ],
        { area: '990101103', day },
      )
    ).checked
  const values = await valuesOf(['person.registered'], { day: day as Day, areas: [...cards] })
  const known = values.reduce((sum, { value }) => sum + Number(value), 0)
  expect((await book(known - 1)).map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['VR-01', 'bound-fail'],
  ])
  expect((await book(known + 1))[0]?.verdict).toBe('bound-unknown') // some may be dead, nobody knows
})

test('kept, it says of which place and day it is, and its finding opens the list', async () => {
  const township = at.county.actor({}, '990101103')
  const kept = (await at.county.call(township, doors['verify.keepFigures'] as AnyOperation, {
    title: '年报',
    content: { kind: 'rows', rows: [{ label: '户数', value: '9999', register: 'household.standing' }] },
  })) as { sheetId: number }
  const opened = (await at.county.call(township, doors['verify.figureSheet'] as AnyOperation, {
    sheetId: kept.sheetId,
  })) as { content: { at: { area: string; day: string } } }
  expect(opened.content.at).toEqual({ area: '990101103', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  const { findings } = (await at.county.call(township, doors['verify.list'] as AnyOperation, {
    check: 'figures.VR-05',
  })) as { findings: { id: number; place: { zh: string } }[] }
  expect(findings.map(({ place }) => place.zh)).toEqual(['《年报》第 1 行 户数'])
  const { lists } = (await at.county.call(township, doors['verify.behind'] as AnyOperation, {
    findingId: findings[0]?.id,
  })) as { lists: { register: string; filter: unknown[] }[] }
  expect(lists[0]).toMatchObject({
    register: 'household',
    filter: [
      { field: 'area', op: 'within', value: '990101103' },
      { field: 'endedOn', op: 'laterOrNone', value: opened.content.at.day },
    ],
  })
})

test('VR-07: the end of the year from the register, increase and rate typed', async () => {
  const [end, before] = await Promise.all(
    ['2024-12-31', '2023-12-31'].map((day) =>
      valuesOf(['employmentSpell.atWork'], { day: day as Day, areas: ['990101'] }),
    ),
  )
  expect([end?.[0]?.value, before?.[0]?.value]).toEqual(['2', '2'])
  const growth = async (increase: string, rate: string) =>
    (
      await check(
        [{ label: '在业', value: '', register: 'employmentSpell.atWork', increase, growth: rate }],
        { day: '2024-12-31' },
      )
    ).checked[0]?.verdict
  expect(await growth('1', '100')).toBe('ok') // 2 - 1 = 1, and 1 of 1 is 100 %
  expect(await growth('1', '50')).toBe('mismatch')
})

test('a figure that nobody declared is a Problem', async () => {
  await expect(check([{ label: '户数', value: '1', register: 'household.none' }], {})).rejects.toMatchObject({
    code: 'verify.noRegisterFigure',
  })
})
