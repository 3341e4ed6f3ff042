/** What lists of others say of the values of a record, for telling how sure they are. */
import type { AnyRow, Field, LooksAt, Register, ValueLook } from '#register'
import type { VerifyRoom } from '../run.ts'
import type { Comparison, Pair } from './define.ts'
import { agrees as agreesWith } from './differ.ts'
import type { ListLook } from './looks-store.ts'
import { listLooksOf, seenOf } from './looks-store.ts'
import { kindsOf } from './room.ts'

export function listLooks(room: VerifyRoom): LooksAt {
  const kinds = new Map(kindsOf(room).map((kind) => [kind.id, kind]))
  return async (ctx, { register, row, ids }) => {
    const looks = await listLooksOf(ctx, { register: register.name, ids })
    if (looks.length === 0) return []
    const seen = await seenOf(
      ctx,
      looks.map(({ comparisonId }) => comparisonId),
    )
    return looks.flatMap((look) => {
      const kind = kinds.get(look.kind)
      return kind ? looksIn({ register, row, look, kind, open: seen.has(look.comparisonId) }) : []
    })
  }
}

type Looking = {
  register: Register
  row: AnyRow
  look: ListLook
  kind: Comparison
  /** Whether whose list it is may be told. */
  open: boolean
}

function looksIn({ register, row, look, kind, open }: Looking): ValueLook[] {
  const { comparisonId, fileName: file, sender, listDate: at } = look
  const told = open ? { by: sender, list: { comparisonId, file } } : { by: null, list: null }
  const compared = ownPairs(register, kind.compare ?? []).flatMap((pair): ValueLook[] => {
    const agrees = saysOf({ register, row, look, kind }, pair)
    return agrees === undefined ? [] : [{ field: pair.here, level: 'matched', agrees, at, ...told }]
  })
  return [...compared, ...keysIn({ register, row, look, kind }, compared)]
}

/** Where all that was compared is the same, so is that by which the two were found to be one. */
function keysIn(looking: Omit<Looking, 'open'>, compared: readonly ValueLook[]): ValueLook[] {
  const [first] = compared
  if (!first || looking.look.class !== 'same') return []
  const done = new Set(compared.map(({ field }) => field))
  const fields = ownPairs(looking.register, looking.look.keys.flat())
    .filter((pair) => !done.has(pair.here) && saysOf(looking, pair) === true)
    .map(({ here }) => here)
  return [...new Set(fields)].map((field) => ({ ...first, field, agrees: true }))
}

function ownPairs(register: Register, pairs: readonly Pair[]): Pair[] {
  return pairs.filter(({ here }) => here in register.fields)
}

/** Whether the list says what the register says now; undefined: it says nothing, or was laid beside another value. */
function saysOf(
  { register, row, look, kind }: Omit<Looking, 'open'>,
  { list, here }: Pair,
): boolean | undefined {
  const [field, now, cells] = [register.fields[here], row[here] ?? null, look.encoded[list]]
  const there = cells ? (kind.fields[list]?.kind.decode(cells) ?? null) : null
  if (!field || now === null || there === null) return undefined
  const isSame = agreesWith(field, there, now)
  const differing = look.differs.find((one) => one.list === list && one.here === here)
  if (!differing) return isSame && !isTakenOver(look, { here, field, now }) ? true : undefined
  // What was put right after the list is no second word for it; what was not, still is otherwise.
  return !isSame && differing.now === field.kind.format(now, field, 'zh') ? false : undefined
}

/** A sender does not bear out himself. */
function isTakenOver(
  { adopted }: ListLook,
  { here, field, now }: { here: string; field: Field; now: unknown },
): boolean {
  return adopted.some((cells) => {
    const value = cells[here] ? field.kind.decode(cells[here]) : null
    return value !== null && field.kind.compare(value, now) === 0
  })
}
