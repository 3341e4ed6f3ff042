/** Whether what was doubted still stands in the registers: only the doubted rows are looked at again, not the county. */
import type { Ctx } from '#platform'
import { findOfLists, stillListed } from './compare/finds.ts'
import type { Check } from './define.ts'
import type { Finding } from './finding-store.ts'
import { lookAgain } from './finds/look.ts'
import { verifyProblems } from './problems.ts'
import type { VerifyRoom } from './run.ts'
import { canLook, checkOf } from './run.ts'
import { designOfCheck, stillDiffers } from './sampling/still.ts'
import { ruleOfCheck, stillShows } from './sheet.ts'
import { getSheet } from './sheet-store.ts'

/** Those of the findings that their checks would still find. Who may not see all of it gets the Problem `verify.notSeen`. */
export async function stillShown(
  ctx: Ctx,
  room: VerifyRoom,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const shown: Finding[] = []
  for (const [checkId, own] of Map.groupBy(findings, (finding) => finding.checkId))
    shown.push(...(await stillOf(ctx, room, { checkId, findings: own })))
  return shown
}

type Of = { checkId: string; findings: readonly Finding[] }

async function stillOf(ctx: Ctx, room: VerifyRoom, { checkId, findings }: Of): Promise<Finding[]> {
  const elsewhere = besides(ctx, room, checkId)
  if (!elsewhere) return stillFound(ctx, room, { check: checkOf(room, checkId), findings })
  const shown: Finding[] = []
  for (const finding of findings) if (await elsewhere(finding)) shown.push(finding)
  return shown
}

/** How findings of samples, documents and lists are looked at again; undefined: they are of a declared check. */
function besides(ctx: Ctx, room: VerifyRoom, checkId: string) {
  if (designOfCheck(room, checkId)) return (finding: Finding) => stillDiffers(ctx, room, finding)
  if (ruleOfCheck(checkId))
    return async ({ rowIds, key }: Finding) => stillShows(ctx, room, await getSheet(ctx, rowIds[0] ?? 0), key)
  const listed = findOfLists(room.lists ?? [], checkId)
  return listed && (({ rowIds }: Finding) => stillListed(ctx, room, { ...listed, rowIds }))
}

async function stillFound(
  ctx: Ctx,
  room: VerifyRoom,
  { check, findings }: { check: Check; findings: readonly Finding[] },
): Promise<Finding[]> {
  if (!canLook(ctx, room, check)) throw verifyProblems.notSeen({ label: check.label })
  const rowIds = [...new Set(findings.flatMap((finding) => finding.rowIds))]
  const found = await lookAgain(ctx, room, {
    check,
    only: { rowIds, keys: findings.map(({ key }) => key) },
  })
  const keys = new Set(found.map(({ key }) => key))
  return findings.filter(({ key }) => keys.has(key))
}
