/** Drafts become staged rows: references looked up, the rows that they mean found, classes given. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import type { NewRow } from '../tables.ts'
import { changedFields, classify, unchangedRow } from './classify.ts'
import type { Draft } from './draft.ts'
import { columnOf, keyColumns, keyText, partsOfKey, rowsByKey } from './match-store.ts'
import { addMissing } from './missing.ts'
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
  const drafts = drafted.map(({ draft }) => draft)
  await resolveLinks(ctx, linking, drafts)
  for (const draft of drafts) giveOwner(linking.register, draft, ownerId)
  const register = linking.register
  const known = await knownRows(ctx, register, drafts)
  const find = await matcher(
    ctx,
    register,
    drafts.filter((draft) => !known.same.has(draft)),
    known.standing,
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
  /** The keys that entries have, where they were asked for. */
  standing: ReadonlySet<string> | null
}

/** What is told by set, before anything is fetched: who is there at all, and of whom nothing new is said. */
async function knownRows(ctx: Ctx, register: Register, drafts: readonly Draft[]): Promise<Known> {
  const column = soleKey(register)
  if (column === null) return { same: new Map(), standing: null }
  const columns = [column]
  const keyed = new Map<Draft, string | null>()
  for (const draft of drafts)
    keyed.set(draft, partsOfKey(register, { values: draft.values, columns })?.[0] ?? null)
  const keys = [...new Set(keyed.values())].filter((key) => key !== null)
  const standing = await standingKeys(ctx, register, { column, keys })
  const asked = drafts.filter((draft) => isSilent(draft) && standing.has(keyed.get(draft) ?? ''))
  if (asked.length === 0) return { same: new Map(), standing }
  const encoded = asked.map((draft) => JSON.stringify(encodeValues(register, draft.values)))
  const own = asked.map((draft) => keyed.get(draft) ?? '')
  const found = await sameEntries(ctx, register, { column, keys: own, encoded })
  const same = asked.flatMap((draft, at) => {
    const entry = found[at]
    return entry ? [[draft, { ...entry, identity: JSON.stringify([keyed.get(draft)]) }] as const] : []
  })
  return { same: new Map(same), standing }
}

/** Nothing is wrong, in doubt, unknown or still to be linked. */
function isSilent({ issues, raw, links }: Draft): boolean {
  if (issues.length > 0) return false
  for (const _ in raw) return false
  for (const _ in links) return false
  return true
}

/** The text of a key of one part. */
function textOfKey(key: string | null): string | null {
  return key === null ? null : ((JSON.parse(key) as string[])[0] ?? null)
}

type Matched = { row: AnyRow | undefined; identity: string | null }

/** By identity; a row without it, or one that nobody has, by what else tells rows apart (name, birth date, place). */
async function matcher(
  ctx: Ctx,
  register: Register,
  drafts: readonly Draft[],
  standing: ReadonlySet<string> | null,
): Promise<(draft: Draft) => Matched> {
  const main = keyColumns(register, register.identity)
  const other = register.identityElse ? keyColumns(register, register.identityElse) : null
  const keyed = new Map(drafts.map((draft) => [draft, keysOf(register, draft, { main, other })]))
  const keys = [...keyed.values()]
  const mains = keys.flatMap((key) => key.main ?? [])
  const byMain = await rowsByKey(ctx, register, {
    columns: main,
    keys: standing ? mains.filter((key) => standing.has(textOfKey(key) ?? '')) : mains,
  })
  const byOther = new Map<string, AnyRow[]>()
  if (other) {
    // Who has a number that nobody has may be somebody without one; who has none may be anybody.
    const numbered = keys.flatMap((key) =>
      key.main !== null && !byMain.has(key.main) ? (key.other ?? []) : [],
    )
    const without = keys.flatMap((key) => (key.main === null ? (key.other ?? []) : []))
    const open = columnOf(register, register.identity[0] ?? '')
    await addByKey(ctx, register, { into: byOther, columns: other, keys: numbered, unknown: open })
    await addByKey(ctx, register, { into: byOther, columns: other, keys: without })
  }
  const rest = await restMatcher(
    ctx,
    register,
    drafts.filter((draft) => isNameless(keyed.get(draft))),
  )
  return (draft) => {
    const key = keyed.get(draft) ?? { main: null, other: null }
    if (isNameless(key)) return rest(draft)
    const [row] = byMain.get(key.main ?? '') ?? []
    const identity = key.main ?? key.other
    return row
      ? { row, identity }
      : {
          row: elseRow(register, draft, { main: key.main, found: byOther.get(key.other ?? '') ?? [] }),
          identity,
        }
  }
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

function isNameless(key: { main: string | null; other: string | null } | undefined): boolean {
  return !key || (key.main === null && key.other === null)
}

/**
 * Somebody of whom neither number nor day of birth is known: the same is who has the same rest (name, place) and the
 * same text in the place of what nobody knows.
 */
async function restMatcher(
  ctx: Ctx,
  register: Register,
  drafts: readonly Draft[],
): Promise<(draft: Draft) => Matched> {
  const rests = new Map(drafts.flatMap((draft) => restOf(register, draft) ?? []))
  const found = new Map<string, AnyRow[]>()
  for (const columns of new Set([...rests.values()].map((rest) => rest.columns.join()))) {
    const own = [...rests.values()].filter((rest) => rest.columns.join() === columns)
    const asked = { columns: columns.split(','), keys: own.map(({ key }) => key) }
    for (const [key, rows] of await rowsByKey(ctx, register, asked)) found.set(`${columns}|${key}`, rows)
  }
  return (draft) => {
    const rest = rests.get(draft)
    if (!rest) return { row: undefined, identity: null }
    const raws = rest.unknown.map((name) => draft.raw[name] ?? null)
    const open = (found.get(`${rest.columns.join()}|${rest.key}`) ?? []).filter((row) =>
      rest.unknown.every(
        (name, at) => (row[name] ?? null) === null && (row.raw?.[name] ?? null) === raws[at],
      ),
    )
    return {
      row: elseRow(register, draft, { main: null, found: open }),
      identity: JSON.stringify([rest.key, raws]),
    }
  }
}

type Rest = { columns: string[]; key: string; unknown: string[] }

function restOf(register: Register, draft: Draft): [[Draft, Rest]] | null {
  const all = register.identityElse ?? []
  const known = all.filter((name) => draft.values[name] !== undefined)
  if (!known.includes(register.title)) return null
  const columns = keyColumns(register, known)
  const key = keyText(register, { values: draft.values, columns })
  const unknown = [...register.identity, ...all].filter((name) => !known.includes(name))
  return key === null ? null : [[draft, { columns, key, unknown }]]
}

function keysOf(
  register: Register,
  draft: Draft,
  columns: { main: readonly string[]; other: readonly string[] | null },
) {
  const values = draft.owner?.id === undefined ? draft.values : { ...draft.values, ownerId: draft.owner.id }
  return {
    main: keyText(register, { values, columns: columns.main }),
    other: columns.other && keyText(register, { values, columns: columns.other }),
  }
}

/** Without a number, namesakes of one birth date in one place are the same person unless there are two of them. */
function elseRow(
  register: Register,
  draft: Draft,
  { main, found }: { main: string | null; found: readonly AnyRow[] },
): AnyRow | undefined {
  const name = register.identity[0] ?? ''
  const open = main === null ? found : found.filter((row) => row[name] === null)
  const [row, ...more] = open
  if (!row) return undefined
  const same = open.filter((one) => one[name] === null && changedFields(register, draft, one).length === 0)
  if (main === null && same.length === 1) return same[0] // whoever is meant, nothing changes
  const label = register.fields[name]?.label ?? register.label
  if (more.length > 0 || main !== null)
    draft.issues.push({
      code: 'namesake',
      level: 'doubt',
      field: name,
      text:
        more.length > 0
          ? t(
              `名册里有 ${open.length} 人与这一行同名、同生日、同村组。请补${label.zh}，认准是哪一个。`,
              `${open.length} in the register have the same name, birth date and place. Add ${label.en} to tell which.`,
            )
          : t(
              `名册里有一人同名、同生日、同村组，还没有${label.zh}。确是同一人再收。`,
              `One in the register has the same name, birth date and place but no ${label.en}. Accept it only if it is the same.`,
            ),
    })
  return row
}
