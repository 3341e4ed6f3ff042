/** Operations: death and heirs of one account (LS-13, OF-15). The heirs are then paid as any run is: approved by another, posted, sent as a batch. */

import { z } from 'zod'
import {
  day,
  type Fen,
  formatYuan,
  isProblem,
  monthOf,
  subFen,
  sumFen,
  type Text,
  t,
  yuanText,
  zeroFen,
} from '#kernel'
import { type Ctx, operation } from '#platform'
import type { InheritanceDecision } from './run-define.ts'
import { shareAmong } from './run-inheritance.ts'
import { approve, propose, proposeWithoutHeir, withdraw } from './run-inheritance-acts.ts'
import { readShare } from './run-inheritance-form.ts'
import { found } from './run-inheritance-found.ts'
import { shown } from './run-inheritance-shown.ts'
import * as store from './run-inheritance-store.ts'
import { runStates } from './run-problems.ts'
import type { Runs } from './run-registry.ts'
import { id, runState, text, yuan } from './run-wire.ts'

const view = (runs: Runs) =>
  operation({
    name: 'inheritance.view',
    text: t('看可继承的余额', 'See what can be inherited'),
    can: 'ledger.read',
    audit: 'read',
    input: z.object({
      accountId: id,
      diedOn: z.string().optional(),
      shares: z.array(z.string().max(20)).max(20).default([]),
    }),
    output: z.object({
      balance: yuan,
      deceased: z
        .object({
          person: z.object({ register: z.string(), id: z.number() }),
          name: z.string(),
          diedOn: z.string().nullable(),
          source: z.string().nullable(),
        })
        .nullable(),
      credited: yuan,
      paid: yuan,
      /** Null while the day of death, or something that the policy asks, is not known. */
      inherited: yuan.nullable(),
      why: text,
      policy: z.string(),
      /** Where it goes when there is nobody, as the county set it. */
      noHeirTo: z.enum(['pool', 'collective']),
      /** One per share, in order; null while the shares do not make one whole. */
      amounts: z.array(yuan).nullable(),
      sharesText: text,
      restAfter: yuan,
      paidAfter: z.array(
        z.object({ runId: id, period: z.string(), label: text, amount: yuan, voucherId: id }),
      ),
      paidAfterTotal: yuan,
      recorded: yuan,
      toRecover: yuan,
      runs: z.array(z.object({ id, state: runState, stateLabel: text, total: yuan, batchId: id.nullable() })),
    }),
    run: async (ctx, input) => {
      ctx.note({ subject: `account:${input.accountId}` })
      return viewOf(ctx, runs, input)
    },
  })

async function viewOf(
  ctx: Ctx,
  runs: Runs,
  input: { accountId: number; diedOn?: string | undefined; shares: readonly string[] },
) {
  const { run, account, subject, deceased } = await found(ctx, runs, input.accountId)
  const diedOn = input.diedOn ? day(input.diedOn) : (deceased?.diedOn ?? null)
  const { paid, recorded, credited } = await store.creditOf(ctx.tx, account)
  const decided = diedOn
    ? await run.inheritance.decide(ctx, { subject, diedOn, credited, paid, keep: false })
    : undecided
  const after = diedOn ? await store.paidAfter(ctx.tx, account.id, monthOf(diedOn)) : []
  const total = sumFen(after.map((one) => one.amount))
  const shared = sharedOut(account.balance, input.shares)
  return {
    balance: yuanText(account.balance),
    deceased: deceased ?? null,
    credited: yuanText(credited),
    paid: yuanText(paid),
    inherited: decided.inherited === null ? null : yuanText(decided.inherited),
    why: decided.why,
    policy: run.inheritance.policy,
    noHeirTo: decided.noHeirTo,
    ...shared,
    paidAfter: after.map(({ run: name, amount, ...one }) => ({
      ...one,
      label: runs.get(name).label,
      amount: yuanText(amount),
    })),
    paidAfterTotal: yuanText(total),
    recorded: yuanText(recorded),
    toRecover: yuanText(total > recorded ? subFen(total, recorded) : zeroFen),
    runs: (await store.inheritancesOf(ctx.tx, { run: run.id, accountId: account.id })).map((one) => ({
      ...one,
      stateLabel: runStates[one.state],
      total: yuanText(one.total),
    })),
  }
}

const undecided: InheritanceDecision = {
  decisionId: null,
  inherited: null,
  noHeirTo: 'pool',
  why: t('缺死亡日期', 'the day of death is missing'),
}

/** What each heir would get, or in words why the shares do not do yet. */
function sharedOut(balance: Fen, shares: readonly string[]) {
  const nothing = { amounts: null, sharesText: t('', ''), restAfter: yuanText(balance) }
  if (shares.length === 0) return nothing
  try {
    const amounts = shareAmong(
      balance,
      shares.map((share, i) => ({ name: String(i), share: readShare(share) })),
    )
    const sharesText = t(
      `份额合计 100%，合计 ${formatYuan(balance)} 元，没有差一分`,
      `The shares make 100%, ${formatYuan(balance)} in all, to the fen`,
    )
    const rest = subFen(balance, sumFen(amounts))
    return { amounts: amounts.map(yuanText), sharesText, restAfter: yuanText(rest) }
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    return { ...nothing, sharesText: thrown.text as Text }
  }
}

export const inheritanceOperations = (runs: Runs) =>
  [view(runs), propose(runs), proposeWithoutHeir(runs), approve(runs), withdraw(runs), shown(runs)] as const
