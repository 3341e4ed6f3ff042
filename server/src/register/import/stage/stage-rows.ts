/** Drafts become staged rows: references looked up, the rows that they mean found, classes given. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import type { NewRow } from '../tables.ts'
import { classify, unchangedRow } from './classify.ts'
import type { Draft } from './draft.ts'
import { columnOf, hasUnknown, keyColumns, keyText, partsOfKey, rowsByKey } from './match-store.ts'
import { addMissing } from './missing.ts'
import type { Matched } from './nameless.ts'
import { elseRow, restMatcher } from './nameless.ts'
import type { Linking } from './resolve-links.ts'
import { resolveLinks } from './resolve-links.ts'
import type { Same } from './same-store.ts'
import { sameEntries, soleKey, standingKeys } from './same-store.ts'

export type Drafted = { draft: Draft; accepted: boolean; fixes: Record<string, string> }

/** `ownerId`: whose rows these are where the sheet does not say. */
export async function stageRows(
  ctx: Ctx,
  { linking, drafted, ownerId }: { linking: Linking; drafted: readonly Drafted[]; ownerId: number | null },
): Promise<NewRow[]> {
  if (drafted.length === 0) return []
  const drafts = drafted.map(({ draft }) => draft)
  await resolveLinks(ctx, linking, drafts)
  for (const draft of drafts) giveOwner(linking.register, draft, ownerId)
  const register = linking.register
  const known = await knownRows(ctx, register, drafts)
  const find = await matcher(
    ctx,
    register,
    drafts.filter((draft) => !known.same.has(draft)),
    known,
  )
  return drafted.map(({ draft, accepted, fixes }) => {
    const same = known.same.get(draft)
    if (same) return unchangedRow(register, draft, { ...same, accepted, fixes })
    const match = find(draft)
    if (!match.row) addMissing({ register, plan: linking.plans[draft.sheet] }, draft)
    return classify(register, draft, { ...match, accepted, fixes })
  })
}

function giveOwner(register: Register, draft: Draft, ownerId: number | null): void {
  if (register.shape === 'record') return
  if (!draft.owner && ownerId !== null) draft.owner = { id: ownerId }
  if (draft.owner) return
  draft.issues.push({
    code: 'unknownOwner',
    level: 'wrong',
    text: t(
      '这一行没有写归谁。请在表里加一列，或在上传时选定。',
      'The row does not say what it belongs to. Add a column, or choose it when uploading.',
    ),
  })
}

type Known = {
  /** Drafts that say what an entry says. */
  same: ReadonlyMap<Draft, Same & { identity: string }>
  /** Where one column tells rows apart: what each draft has there, and which of these keys entries have. */
  sole: { keyed: ReadonlyMap<Draft, string | null>; standing: ReadonlySet<string> } | null
}

/** What is told by set, before anything is fetched: who is there at all, and of whom nothing new is said. */
async function knownRows(ctx: Ctx, register: Register, drafts: readonly Draft[]): Promise<Known> {
  const column = soleKey(register)
  if (column === null) return { same: new Map(), sole: null }
  const columns = [column]
  const keyed = new Map<Draft, string | null>()
  for (const draft of drafts)
    keyed.set(draft, partsOfKey(register, { values: draft.values, columns })?.[0] ?? null)
  const keys = [...new Set(keyed.values())].filter((key) => key !== null)
  const standing = await standingKeys(ctx, register, { column, keys })
  const asked = drafts.filter((draft) => isSilent(draft) && standing.has(keyed.get(draft) ?? ''))
  const sole = { keyed, standing }
  if (asked.length === 0) return { same: new Map(), sole }
  const encoded = asked.map((draft) => JSON.stringify(encodeValues(register, draft.values)))
  const own = asked.map((draft) => keyed.get(draft) ?? '')
  const found = await sameEntries(ctx, register, { column, keys: own, encoded })
  const same = asked.flatMap((draft, at) => {
    const entry = found[at]
    return entry ? [[draft, { ...entry, identity: JSON.stringify([keyed.get(draft)]) }] as const] : []
  })
  return { same: new Map(same), sole }
}

/** Nothing is wrong, in doubt, unknown or still to be linked. */
function isSilent({ issues, raw, links }: Draft): boolean {
  if (issues.length > 0) return false
  for (const _ in raw) return false
  for (const _ in links) return false
  return true
}

/** By identity; a row without it, or one that nobody has, by what else tells rows apart (name, birth date, place). */
async function matcher(
  ctx: Ctx,
  register: Register,
  drafts: readonly Draft[],
  { sole }: Known,
): Promise<(draft: Draft) => Matched> {
  const columns = keyColumns(register, register.identity)
  const mains = new Map(drafts.map((draft) => [draft, mainKey(register, draft, { columns, sole })]))
  const asked = drafts.filter((draft) => !sole || sole.standing.has(sole.keyed.get(draft) ?? ''))
  const byMain = await rowsByKey(ctx, register, {
    columns,
    keys: asked.flatMap((draft) => mains.get(draft) ?? []),
  })
  const isFree = (main: string | null | undefined) => typeof main === 'string' && !byMain.has(main)
  const others = await otherKeys(ctx, register, { drafts, mains, isFree })
  const rest = await restMatcher(
    ctx,
    register,
    drafts.filter((draft) => mains.get(draft) === null && !others.keys.has(draft)),
  )
  return (draft) => {
    const main = mains.get(draft) ?? null
    const other = others.keys.get(draft) ?? null
    if (main === null && other === null) return rest(draft)
    const [row] = byMain.get(main ?? '') ?? []
    const found = others.rows.get(other ?? '') ?? []
    return { row: row ?? elseRow(register, draft, { main, found }), identity: main ?? other }
  }
}

type MainKey = { columns: readonly string[]; sole: Known['sole'] }

function mainKey(register: Register, draft: Draft, { columns, sole }: MainKey): string | null {
  if (!sole) return keyText(register, { values: ownedValues(draft), columns })
  const key = sole.keyed.get(draft) ?? null
  return key === null ? null : JSON.stringify([key])
}

function ownedValues({ owner, values }: Draft): Readonly<Record<string, unknown>> {
  return owner?.id === undefined ? values : { ...values, ownerId: owner.id }
}

type ByOther = {
  drafts: readonly Draft[]
  mains: ReadonlyMap<Draft, string | null>
  isFree: (main: string | null | undefined) => boolean
}

/** Who has a number that nobody has may be somebody without one, if there is such; who has none may be anybody. */
async function otherKeys(ctx: Ctx, register: Register, { drafts, mains, isFree }: ByOther) {
  const keys = new Map<Draft, string>()
  const rows = new Map<string, AnyRow[]>()
  if (!register.identityElse) return { keys, rows }
  const columns = keyColumns(register, register.identityElse)
  const unknown = columnOf(register, register.identity[0] ?? '')
  const free = drafts.filter((draft) => isFree(mains.get(draft)))
  const numbered = free.length > 0 && (await hasUnknown(ctx, register, unknown)) ? free : []
  const without = drafts.filter((draft) => mains.get(draft) === null)
  for (const draft of [...numbered, ...without]) {
    const key = keyText(register, { values: ownedValues(draft), columns })
    if (key !== null) keys.set(draft, key)
  }
  const keysOf = (some: readonly Draft[]) => some.flatMap((draft) => keys.get(draft) ?? [])
  await addByKey(ctx, register, { into: rows, columns, keys: keysOf(numbered), unknown })
  await addByKey(ctx, register, { into: rows, columns, keys: keysOf(without) })
  return { keys, rows }
}

type Adding = {
  into: Map<string, AnyRow[]>
  columns: readonly string[]
  keys: readonly string[]
  unknown?: string
}

async function addByKey(ctx: Ctx, register: Register, { into, ...asked }: Adding): Promise<void> {
  for (const [key, rows] of await rowsByKey(ctx, register, asked)) into.set(key, rows)
}
