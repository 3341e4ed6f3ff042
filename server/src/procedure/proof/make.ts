/** Makes the proof of an entry from the county. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Entry, Signer } from '#ledger'
import { getEntry, signersOf, voucherProof } from '#ledger'
import type { Ctx } from '#platform'
import type { PolicyRoom } from '#policy'
import { actLabel } from '../built-in.ts'
import { findCase, listActs } from '../case-store.ts'
import type { Procedure } from '../define.ts'
import { groundsOf } from '../explain-entry/grounds.ts'
import { readRun } from '../run-store.ts'
import { FORMAT, type ProofBody, sealed } from './proof.ts'

export type ProofRoom = { readonly policy: PolicyRoom; readonly procedures: readonly Procedure[] }

/** The file's text. Throws `ledger.notFound`, and what the explanation of its decision throws. */
export async function makeProof(room: ProofRoom, ctx: Ctx, entryId: number): Promise<string> {
  const entry = await getEntry(ctx, entryId)
  const { basis, reasons, claim, balances } = await groundsOf(room.policy, ctx, entry)
  const body: ProofBody = {
    format: FORMAT,
    version: 1,
    county: ctx.actor.county,
    madeAt: ctx.now,
    madeBy: ctx.actor.name,
    entry: entry.id,
    basis,
    reasons: reasons.map(({ evidence, decision }) => ({ evidence, ...(decision ? { decision } : {}) })),
    given: basis === 'interest' ? [{ from: 0, to: 1, name: 'rate' }] : [],
    claim,
    balances,
    voucher: await voucherProof(ctx, entry.voucherId),
    signers: [...(await decidersOf(room, ctx, entry)), ...(await signersOf(ctx, entry))],
  }
  // What JSON does not hold is left out before the digest is taken.
  return sealed(JSON.parse(JSON.stringify(body)))
}

/** Who proposed and approved the run, or acted on the case, that posted the entry. */
async function decidersOf(room: ProofRoom, ctx: Ctx, { source }: Entry): Promise<Signer[]> {
  const [, kind, id] = /^(run|case):(\d+)/.exec(source) ?? []
  if (kind === 'run') return runSigners(ctx, Number(id))
  return kind === 'case' ? caseSigners(room, ctx, Number(id)) : []
}

async function runSigners(ctx: Ctx, id: number): Promise<Signer[]> {
  const run = await readRun(ctx.tx, id)
  if (!run) return []
  const signer = (act: Text, name: string | null, at: string | null): Signer[] =>
    name === null || at === null ? [] : [{ act, name, office: '', at }]
  return [
    ...signer(t('提出批量', 'Proposed the run'), run.proposedName, run.proposedAt),
    ...signer(t('审批批量', 'Approved the run'), run.approvedName, run.approvedAt),
  ]
}

async function caseSigners(room: ProofRoom, ctx: Ctx, id: number): Promise<Signer[]> {
  const found = await findCase(ctx.tx, id)
  const procedure = room.procedures.find((one) => one.id === found?.procedure)
  const acts = (await listActs(ctx.tx, [id])).get(id) ?? []
  return acts.map((one) => ({
    act: procedure ? actLabel(procedure, one.action) : t(one.action, one.action),
    name: one.actorName,
    office: one.office,
    at: one.at,
  }))
}
