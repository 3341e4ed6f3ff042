/** What the field found of the values of a record, for telling how sure they are. */
import type { LooksAt, ValueLook } from '#register'
import type { FieldLook } from './looks-store.ts'
import { looksOf } from './looks-store.ts'
import type { SamplingRoom } from './room.ts'
import { inWords } from './visit.ts'

export function fieldLooks({ samples = [] }: Pick<SamplingRoom, 'samples'>): LooksAt {
  return async (ctx, { register, row, ids }) => {
    const designs = samples.filter(({ on }) => on === register.name).map(({ id }) => id)
    if (designs.length === 0) return []
    const looks = await looksOf(ctx, { designs, ids })
    return looks.flatMap((look) =>
      Object.keys(look.seen).flatMap((field): ValueLook[] => {
        const agrees = saysOf(look, field, inWords(register, field, row[field]))
        const { at, name: by } = look
        return agrees === undefined ? [] : [{ field, level: 'onSite', agrees, at, by, list: null }]
      }),
    )
  }
}

/** Whether it was found to be what it is now; undefined: another value was looked at. */
function saysOf({ seen, found }: FieldLook, field: string, now: string): boolean | undefined {
  if (found[field] === now) return true // the register was put right to what was found
  if (seen[field] !== now) return undefined
  return !(field in found)
}
