/** Whether what a team found is still so in the register: corrected is what has been put right there. */
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import type { AnyRow } from '#register'
import { standingRow } from '#register'
import { both } from '../words.ts'
import type { SamplingRoom } from './room.ts'
import { foundWords } from './visit.ts'

type Told = { checkId: string; key: string; stated: Text }

/** The design of a finding's check, if it came from a sample. */
export function designOfCheck({ samples = [] }: SamplingRoom, checkId: string) {
  return checkId.startsWith('sample.') ? samples.find(({ id }) => `sample.${id}` === checkId) : undefined
}

/** A value: until it is another one. Somebody not found: until the record is removed or ended. */
export async function stillDiffers(
  ctx: Ctx,
  room: SamplingRoom,
  { checkId, key, stated }: Told,
): Promise<boolean> {
  const design = designOfCheck(room, checkId)
  if (!design) return false
  const register = room.registry.get(design.on)
  const [id = '', name = ''] = key.split(':')
  const row = (await standingRow(ctx, register, Number(id))) as AnyRow | undefined
  if (!row) return false
  const field = register.fields[name]
  if (!field) return (design.without ?? []).every((ended) => row[ended] === null || row[ended] === undefined)
  const value = row[name]
  return stated.zh === both`${field.label} ${foundWords(field, value)}`.zh
}
