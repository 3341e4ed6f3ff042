/** Operation: what an inheritance says of the death, its papers and its heirs, for who approves it. */

import { z } from 'zod'
import { maskBankCard, maskId, t, yuanText, zeroFen } from '#kernel'
import { getAccount } from '#ledger'
import { type Ctx, operation, samePerson } from '#platform'
import type { InheritanceInput } from './run-inheritance.ts'
import { deathSources } from './run-inheritance-form.ts'
import { found, isInheritance } from './run-inheritance-found.ts'
import { runProblems } from './run-problems.ts'
import type { Runs } from './run-registry.ts'
import * as store from './run-store.ts'
import { id, text, yuan } from './run-wire.ts'

const heir = z.object({
  name: z.string(),
  relation: z.string(),
  share: z.string(),
  idNumber: z.string(),
  card: z.string(),
  bank: z.string(),
  amount: yuan,
})

const output = z.object({
  accountId: id,
  name: z.string(),
  diedOn: z.string(),
  knownOn: z.string(),
  sourceLabel: text,
  document: z.string(),
  /** The register's own day of death; null while only this proposal knows of it. */
  registeredOn: z.string().nullable(),
  /** Empty: no heir, the pool keeps it. */
  heirs: z.array(heir),
  /** Whether the reader proposed it. */
  mine: z.boolean(),
  /** After a withdrawal: false where nobody had died. */
  deathStands: z.boolean(),
})

export const shown = (runs: Runs) =>
  operation({
    name: 'inheritance.get',
    text: t('看一次继承', 'See an inheritance'),
    can: 'ledger.read',
    audit: 'read',
    input: z.object({ runId: id }),
    output,
    run: async (ctx, { runId }) => {
      ctx.note({ subject: `run:${runId}` })
      const row = await store.readRun(ctx.tx, runId)
      if (!row || !isInheritance(runs.get(row.run))) throw runProblems.notFound({ id: runId })
      return shownOf(ctx, runs, row)
    },
  })

async function shownOf(ctx: Ctx, runs: Runs, row: store.RunRow): Promise<z.infer<typeof output>> {
  const input = row.input as InheritanceInput // checked by its form before it was kept
  const account = await getAccount(ctx, input.accountId)
  const { deceased } = await found(ctx, runs, input.accountId)
  const lines = await store.readLines(ctx.tx, { runId: row.id, limit: 20 })
  return {
    accountId: account.id,
    name: account.label,
    diedOn: input.diedOn,
    knownOn: input.knownOn,
    sourceLabel: deathSources[input.source as keyof typeof deathSources] ?? t('未填', 'not stated'),
    document: input.document,
    registeredOn: deceased?.diedOn ?? null,
    heirs: input.heirs.map((one, i) => ({
      ...heirWire(ctx, one),
      amount: yuanText(lines[i]?.amount ?? zeroFen),
    })),
    mine: samePerson(ctx.actor, { accountId: row.proposedBy }),
    deathStands: row.memory.deathStands !== false,
  }
}

/** Card and identity numbers are whole only for who may see them. */
function heirWire(ctx: Ctx, { name, relation, share, payee }: InheritanceInput['heirs'][number]) {
  const sees = (kind: string) => ctx.actor.sees.includes(kind)
  return {
    name,
    relation,
    share: share.den === 1 ? '1' : `${share.num}/${share.den}`,
    idNumber: sees('id') ? payee.idNumber : maskId(payee.idNumber),
    card: sees('card') ? payee.card : maskBankCard(payee.card),
    bank: payee.bank,
  }
}
