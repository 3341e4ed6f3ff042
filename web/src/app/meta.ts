// What the server says about itself to this person: registers, policies, procedures … and who this person is.
// The pages read this and nothing else to know what exists.
import type { Me as ServerMe } from 'xiangce/api'
import { problemOf } from '../problem.ts'
import { type Text, t } from './text.tsx'

export type Named = { id: string; label: Text; system: string }
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
  searchable: boolean
  fields: readonly FieldMeta[]
  can: { write: boolean; import: boolean; export: boolean; reveal: boolean }
}
export type Meta = {
  county: { code: string; name: string }
  today: string
  verbs: string[]
  operations: { name: string; text: Text }[]
  systems: { id: string; label: Text }[]
  registers: RegisterMeta[]
  policies: Named[]
  procedures: Named[]
  checks: Named[]
  funds: Named[]
  runs: Named[]
  reports: Named[]
}
export type Me = ServerMe
export type Assignment = Me['scopes'][number]

/** Fetches `/api/meta`. */
export async function readMeta(): Promise<Meta> {
  const response = await fetch('/api/meta', { headers: { 'x-xiangce': '1' } })
  if (!response.ok) throw await problemOf(response)
  return metaFrom(await response.json())
}

/** Fills what a room left out, so that a page never meets a missing list. */
export function metaFrom(body: unknown): Meta {
  // validated by the server (zod); only missing lists are filled in here
  const given = body as Partial<Meta>
  return {
    county: given.county ?? { code: '', name: '' },
    today: given.today ?? '',
    verbs: given.verbs ?? [],
    operations: given.operations ?? [],
    systems: given.systems ?? [],
    registers: given.registers ?? [],
    policies: given.policies ?? [],
    procedures: given.procedures ?? [],
    checks: given.checks ?? [],
    funds: given.funds ?? [],
    runs: given.runs ?? [],
    reports: given.reports ?? [],
  }
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
