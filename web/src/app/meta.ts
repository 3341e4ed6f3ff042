// What the server says about itself to this person: registers, policies, procedures … and who this person is.
// The pages read this and nothing else to know what exists.
import type { Me as ServerMe, Meta as ServerMeta } from 'xiangce/api'
import { problemOf } from '../problem.ts'
import { type Text, t } from './text.tsx'

/** A declaration as lists show it; without `system` the id begins with it (`land-security.protection`). */
export type Listed = { id: string; label?: Text; title?: Text; system?: string }
/** One field as a register (or the form of an act) declares it; what is null does not apply to the kind. */
export type FieldMeta = {
  name: string
  label: Text
  kind: string
  required?: boolean
  sensitive?: string | null
  /** Hidden from this person: shown as 按权限不显示, never asked for, never filtered. */
  masked?: boolean
  source?: Text | null
  help?: Text | null
  unit?: Text | null
  options?: readonly { code: string; label: Text }[] | null
  /** The register that a reference points to. */
  register?: string | null
  operators?: readonly string[]
  sum?: boolean
  number?: boolean
  /** What it is unless somebody says otherwise. */
  default?: unknown
}
export type RegisterMeta = {
  name: string
  label: Text
  counter: Text
  system: string
  shape: 'record' | 'dated' | 'child'
  owner: string | null
  title: string
  identity: readonly string[]
  columns: readonly string[]
  /** By a reference field: the columns on the page of the row that it points to. */
  columnsUnder: Readonly<Record<string, readonly string[]>>
  searchable: boolean
  fields: readonly FieldMeta[]
  /** The fields that are compared to find duplicates, and whether this person may merge two records. */
  duplicates?: { fields: readonly string[]; merge: boolean } | null
  /** `prepare`: upload and mend what another commits; `watch`: look at the imports of others. */
  can: {
    write: boolean
    import: boolean
    prepare: boolean
    watch: boolean
    export: boolean
    reveal: boolean
  }
}
export type RoleMeta = { name: string; label: Text; party: boolean; administers: string | null; can: Text[] }
/** Lists that the rooms add to `/api/meta`; each gives its own exact type as soon as it is composed. */
type RoomLists = {
  registers: readonly RegisterMeta[]
  policies: readonly Listed[]
  procedures: readonly Listed[]
  checks: readonly Listed[]
  funds: readonly Listed[]
  runs: readonly Listed[]
  reports: readonly Listed[]
}
export type Meta = ServerMeta & Omit<RoomLists, keyof ServerMeta>
export type Me = ServerMe
export type Assignment = Me['scopes'][number]

/** Fetches `/api/meta`. */
export async function readMeta(): Promise<Meta> {
  const response = await fetch('/api/meta', { headers: { 'x-xiangce': '1' } })
  if (!response.ok) throw await problemOf(response)
  return metaFrom(await response.json())
}

/** Fills the lists of rooms that are not composed, so that a page never meets a missing one. */
export function metaFrom(body: unknown): Meta {
  // validated by the server (zod)
  return { ...noLists, ...(body as Meta) }
}

const noLists: RoomLists = {
  registers: [],
  policies: [],
  procedures: [],
  checks: [],
  funds: [],
  runs: [],
  reports: [],
}

/** The words for a declaration in a list. */
export function labelOf(thing: Listed): Text {
  return thing.label ?? thing.title ?? t(thing.id, thing.id)
}

/** The system that a declaration belongs to. */
export function systemOf(thing: Listed): string {
  return thing.system ?? thing.id.split('.')[0] ?? thing.id
}

/** True when the person acts for a single township or below: the header then carries the 赭 line. */
export function actsBelowCounty(me: Me): boolean {
  return me.area.length > countyDigits
}

const countyDigits = 6

/** The label of a system; its id when the server does not name it. */
export function systemLabel(meta: Meta, id: string): Text {
  return meta.systems.find((system) => system.id === id)?.label ?? t(id, id)
}
