// The second column of each room, from `/api/meta`: what is not declared or not permitted is not listed.
import { type Listed, labelOf, type Meta, systemLabel, systemOf } from './meta.ts'
import type { Entry, EntryContext, RoomPages } from './page-route.ts'
import { type Room, type RoomId, rooms } from './rooms.ts'
import { t } from './text.tsx'

const upkeep = t('维护', 'Upkeep')
const business = t('业务', 'Systems')

const fromMeta: Record<RoomId, (context: EntryContext) => Entry[]> = {
  desk: () => [{ group: t('我的', 'Mine'), label: t('今日待办', 'Due today'), to: '/' }],
  register: (context) => [...registerEntries(context), ...importEntry(context)],
  verify: ({ may }) =>
    may('finding.read') || may('verify.read')
      ? [{ group: t('核查', 'Verify'), label: t('疑点', 'Findings'), to: '/findings' }]
      : [],
  policy: ({ meta }) => named(meta, meta.policies, (policy) => `/policy/${policy.id}`),
  procedure: ({ meta }) => named(meta, meta.procedures, (procedure) => `/cases?procedure=${procedure.id}`),
  matching: () => [],
  ledger: ({ meta }) => ledgerEntries(meta),
  report: ({ meta }) => named(meta, meta.reports, (report) => `/report/${report.id}`),
  settings: () => [],
}

/** The lines of one room: what its pages say, else what the declarations say. */
export function entriesOf(room: RoomId, context: EntryContext, pages: readonly RoomPages[]): Entry[] {
  const own = pages.filter((page) => page.room === room && page.entries)
  const lines =
    own.length > 0
      ? own.flatMap((page) => page.entries?.(context) ?? [])
      : fromMeta[room](context).filter((entry) => pageExists(entry.to, pages))
  return room === 'desk' ? [...lines, ...systemEntries(context, pages)] : lines
}

/** The desk lists the systems in which this person has at least one page. */
function systemEntries(context: EntryContext, pages: readonly RoomPages[]): Entry[] {
  const groups = new Set(
    rooms
      .filter((room) => room.id !== 'desk')
      .flatMap((room) => entriesOf(room.id, context, pages).map((entry) => entry.group.zh)),
  )
  return context.meta.systems
    .filter((system) => groups.has(system.label.zh))
    .map((system) => ({ group: business, label: system.label, to: `/system/${system.id}` }))
}

/** True when some room has a page for this address. */
export function pageExists(to: string, pages: readonly RoomPages[]): boolean {
  const wanted = segmentsOf(to.split('?')[0] ?? to)
  return pages.some((page) => page.routes.some((route) => fits(segmentsOf(route.path), wanted)))
}

function fits(pattern: readonly string[], wanted: readonly string[]): boolean {
  return (
    pattern.length === wanted.length &&
    pattern.every((part, at) => part.startsWith('$') || part === wanted[at])
  )
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

/** Lines of one group stand together, in the order in which the groups first appear. */
export function grouped(entries: readonly Entry[]): { group: Entry['group']; entries: Entry[] }[] {
  const groups = new Map<string, { group: Entry['group']; entries: Entry[] }>()
  for (const entry of entries) {
    const group = groups.get(entry.group.zh) ?? { group: entry.group, entries: [] }
    group.entries.push(entry)
    groups.set(entry.group.zh, group)
  }
  return [...groups.values()]
}

/** The line that a path belongs to: the longest `to` that the path starts with. */
export function openEntry(entries: readonly Entry[], path: string): Entry | undefined {
  const fitting = entries.filter((entry) => covers(entry.to, path))
  return fitting.sort((a, b) => b.to.length - a.to.length)[0]
}

function covers(to: string, path: string): boolean {
  if (to.includes('?')) return path === to
  const bare = path.split('?')[0] ?? path
  return bare === to || (to !== '/' && bare.startsWith(`${to}/`))
}

function registerEntries({ meta }: EntryContext): Entry[] {
  const own = meta.registers.filter((register) => register.shape === 'record')
  return own.map((register) => ({
    group: systemLabel(meta, register.system),
    label: register.label,
    to: `/r/${register.name}`,
  }))
}

function importEntry({ meta }: EntryContext): Entry[] {
  const some = meta.registers.some(({ can }) => can.import || can.watch)
  return some ? [{ group: upkeep, label: t('导入', 'Import'), to: '/import' }] : []
}

function ledgerEntries(meta: Meta): Entry[] {
  if (meta.funds.length === 0) return []
  return [
    ...named(meta, meta.funds, (fund) => `/fund/${fund.id}`),
    { group: t('发放', 'Payments'), label: t('发放批次', 'Batches'), to: '/batches' },
  ]
}

function named(meta: Meta, things: readonly Listed[], to: (thing: Listed) => string): Entry[] {
  return things.map((thing) => ({
    group: systemLabel(meta, systemOf(thing)),
    label: labelOf(thing),
    to: to(thing),
  }))
}

/** Rooms with at least one permitted page; a room opens on the first of them. */
export function openRooms(context: EntryContext, pages: readonly RoomPages[]): Room[] {
  return rooms.flatMap((room) => {
    if (room.id === 'desk') return [room]
    const first = entriesOf(room.id, context, pages)[0]
    return first ? [{ ...room, home: first.to }] : []
  })
}
