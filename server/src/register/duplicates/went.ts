/** Where a record went that was merged into another, for who opens its old page. */
import type { Problem } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { findRow } from '../read-store.ts'
import type { AnyRow } from '../row.ts'
import { mergedInto } from './merge-store.ts'
import { duplicateProblems } from './problems.ts'

/** The Problem `duplicate.merged`; undefined where the record was not merged. */
export async function mergedProblem(ctx: Ctx, register: Register, id: number): Promise<Problem | undefined> {
  if (!register.duplicates) return undefined
  const into = await mergedInto(ctx, register, id)
  if (into === null) return undefined
  const row = (await findRow(ctx, register, into)) as unknown as AnyRow | undefined
  const title = row?.[register.title]
  return duplicateProblems.merged({
    register: register.name,
    id: into,
    title: typeof title === 'string' ? title : null,
  })
}
