/** Where adopted values of a row came from, in the form in which the register tells of files. */
import type { Ctx } from '#platform'
import type { Register, ValueSource } from '#register'
import { adoptedInto } from './adoption-store.ts'

export async function adoptedSources(
  ctx: Ctx,
  { register, id }: { register: Register; id: number },
): Promise<ValueSource[]> {
  const adopted = await adoptedInto(ctx, { register: register.name, targetId: id })
  return adopted.flatMap((one) =>
    Object.entries(one.encoded).map(([field, cells]) => ({
      field,
      value: register.fields[field]?.kind.decode(cells) ?? null,
      source: {
        recordId: one.targetId,
        importId: null,
        comparisonId: one.comparisonId,
        file: one.fileName,
        sheet: one.sheetName,
        row: one.rowNumber,
        by: `${one.proposer}提出，${one.decider}确认`,
        at: one.decidedAt,
      },
    })),
  )
}
