import { describe, expect, it } from 'vitest'
import { metaFrom, type RegisterMeta } from './meta.ts'
import { entriesOf, grouped, openEntry, openRooms, pageExists } from './navigation.ts'
import type { EntryContext, RoomPages } from './page-route.ts'
import { roomOf } from './rooms.ts'
import { mayDo } from './session.tsx'
import { t } from './text.tsx'

const person: RegisterMeta = {
  name: 'person',
  label: t('人员', 'Person'),
  counter: t('人', 'persons'),
  system: 'population',
  shape: 'record',
  owner: null,
  title: 'name',
  identity: ['idNumber'],
  columns: [],
  columnsUnder: {},
  searchable: true,
  fields: [],
  can: { write: false, import: false, prepare: false, watch: false, export: false, reveal: false },
}
const me = { verbs: [] } as unknown as EntryContext['me'] // navigation reads verbs only through `may`

function context(verbs: string[], registers = [person]): EntryContext {
  return {
    me,
    meta: metaFrom({ registers, systems: [{ id: 'population', label: t('人口与村组', 'Population') }] }),
    may: (verb) => mayDo(verbs, verb),
  }
}

const lists: RoomPages[] = [
  {
    room: 'register',
    routes: [{ path: '/r/$register', load: () => Promise.reject(new Error('not opened here')) }],
  },
]

describe('rooms on the rail', () => {
  it('shows only rooms with a permitted page', () => {
    expect(openRooms(context([], []), lists).map((room) => room.character)).toEqual(['案'])
    expect(openRooms(context(['person.read']), lists).map((room) => room.character)).toEqual(['案', '册'])
  })
  it('does not lead to pages that no room has', () => {
    expect(openRooms(context(['person.read']), []).map((room) => room.character)).toEqual(['案'])
    expect(pageExists('/r/person?township=990101103', lists)).toBe(true)
    expect(pageExists('/r/person/12', lists)).toBe(false)
  })
  it('opens a room on its first page', () => {
    expect(openRooms(context([]), lists)[1]?.home).toBe('/r/person')
  })
  it('takes the lines of a room from its pages when they give them', () => {
    const pages: RoomPages[] = [
      ...lists,
      {
        room: 'ledger',
        routes: [],
        entries: () => [{ group: t('资金', 'Funds'), label: t('资金', 'Funds'), to: '/funds' }],
      },
    ]
    expect(openRooms(context([]), pages).map((room) => room.character)).toEqual(['案', '册', '账'])
  })
})

describe('systems on the desk', () => {
  it('are listed when the person has a page in them', () => {
    const labels = (registers: (typeof person)[]) =>
      entriesOf('desk', context([], registers), lists).map((entry) => entry.label.zh)
    expect(labels([person])).toEqual(['人口与村组'])
    expect(labels([])).toEqual([])
  })
})

describe('the second column', () => {
  const entries = [
    { group: t('甲', 'A'), label: t('一', '1'), to: '/r/person' },
    { group: t('乙', 'B'), label: t('二', '2'), to: '/import' },
    { group: t('甲', 'A'), label: t('三', '3'), to: '/r/household' },
  ]
  it('puts lines of one group together in the order of first appearance', () => {
    expect(grouped(entries).map(({ group, entries: lines }) => [group.zh, lines.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ])
  })
  it('marks the line that the address lies under', () => {
    expect(openEntry(entries, '/r/person/12?tab=facts')?.label.zh).toBe('一')
    expect(openEntry(entries, '/r/persons')).toBeUndefined()
  })
})

describe('rooms by address', () => {
  it.each([
    ['/', 'desk'],
    ['/r/person/3', 'register'],
    ['/import/4', 'register'],
    ['/findings', 'verify'],
    ['/case/9', 'procedure'],
    ['/batch/2', 'ledger'],
    ['/settings/people', 'settings'],
  ])('%s lies in %s', (path, room) => {
    expect(roomOf(path)).toBe(room)
  })
})

describe('verbs', () => {
  it('covers a room by its star', () => {
    expect(mayDo(['person.*'], 'person.write')).toBe(true)
    expect(mayDo(['person.read'], 'person.write')).toBe(false)
    expect(mayDo(['person.*'], 'household.read')).toBe(false)
  })
})
