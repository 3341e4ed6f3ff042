/** For tests of runs: a sample run over the individual accounts of the protection fund, and the calls that walk it. */
import { day, type Fen, fen, t } from '#kernel'
import { individualAccounts, openAccount, postVoucher, type Ref } from '#ledger'
import type { Actor, Ctx } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { defineRun, type InterestRun, type PayRun } from '../../src/procedure/run-define.ts'
import { type Progress, postChunk } from '../../src/procedure/run-post.ts'
import { approveRun, openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import { type Runs, runsOf } from '../../src/procedure/run-registry.ts'
import { readRun } from '../../src/procedure/run-store.ts'

export const fund = 'land-security.protection'
export const project = { register: 'landTake', id: 1 }
export const village = '990101103201'

/** `personOf`: who it is, where several accounts are one person's. */
export function samplePension(
  monthly: number,
  elsewhere = 0,
  personOf: (subject: Ref) => Ref | undefined = () => undefined,
): PayRun {
  return defineRun({
    kind: 'pay',
    id: 'land-security.pension',
    label: t('养老金', 'Pension'),
    fund,
    every: 'month',
    purpose: 'benefit',
    item: t('养老金', 'Pension'),
    charge: ['individual', 'pooled'],
    population: async (ctx, _, page) => {
      const accounts = await individualAccounts(ctx, fund, page)
      return {
        next: accounts.length < page.limit ? null : (accounts.at(-1)?.id ?? null),
        subjects: accounts.map((account) => ({
          key: account.id,
          subject: account.subject ?? project,
          context: project,
          name: account.label,
          area: account.area,
          accountId: account.id,
        })),
      }
    },
    propose: async (_, subject) => ({
      amount: fen(monthly),
      decisionId: null,
      payee: {
        idNumber: '',
        cardName: subject.name,
        card: `6217000000${String(subject.key).padStart(6, '0')}`,
        bank: '青禾农商行',
        person: personOf(subject.subject),
      },
      components: [
        { amount: fen(monthly) },
        ...(elsewhere
          ? [{ amount: fen(elsewhere), otherFund: t('农保基金', 'the rural insurance fund') }]
          : []),
      ],
    }),
  })
}

export function sampleInterest(
  percent: { num: number; den: number },
  method: InterestRun['method'] = 'yearEnd',
): InterestRun {
  return defineRun({
    kind: 'interest',
    id: 'land-security.interest',
    label: t('个人专户计息', 'Interest'),
    fund,
    every: 'year',
    method,
    from: ['interest', 'pooled'],
    rate: async () => ({ ...percent, decisionId: null, reason: t('', '') }),
  })
}

/** Money in, dated before everything else. `pooled`: how much the pool gets. */
export async function endow(ctx: Ctx, pooled: number, on = '2019-01-02'): Promise<void> {
  await postVoucher(ctx, {
    fund,
    purpose: 'initial',
    day: day(on),
    text: t('期初', 'Initial'),
    source: 'test',
    lines: [
      { account: { kind: 'special' }, debit: fen(pooled) },
      { account: { kind: 'pooled' }, credit: fen(pooled) },
    ],
  })
}

/** An individual account with an opening balance; returns its id. */
export async function account(ctx: Ctx, id: number, amount: number, on = '2019-01-02'): Promise<number> {
  const subject = { register: 'protectedPerson', id }
  const opened = await openAccount(ctx, {
    fund,
    kind: 'individual',
    subject,
    context: project,
    area: village,
    label: `测试${id}`,
  })
  await postVoucher(ctx, {
    fund,
    purpose: 'initial',
    day: day(on),
    text: t('期初', 'Initial'),
    source: 'test',
    lines: [
      { account: { kind: 'special' }, debit: fen(amount) },
      { account: { id: opened }, credit: fen(amount) },
    ],
  })
  return opened
}

export type Walk = { proposer: Actor; approver: Actor; runs: Runs }

export function walkers(county: TestCounty, ...all: (PayRun | InterestRun)[]): Walk {
  return { proposer: county.actor(), approver: county.actor(), runs: runsOf(all) }
}

/** Proposes, approves and posts one period; returns the run's id and what was posted. */
export async function doRun(
  county: TestCounty,
  walk: Walk,
  given: { run: string; period: string; on?: string; input?: Record<string, unknown> },
): Promise<{ id: number; progress: Progress; total: Fen }> {
  const run = walk.runs.get(given.run)
  const id = await county.run(walk.proposer, (ctx) =>
    openRun(ctx, run, {
      period: given.period,
      day: day(given.on ?? dayIn(given.period)),
      input: given.input ?? {},
    }),
  )
  while (!(await county.run(walk.proposer, (ctx) => proposeChunk(ctx, walk.runs, id))).done);
  await county.run(walk.approver, async (ctx) => {
    const row = await readRun(ctx.tx, id)
    await approveRun(ctx, walk.runs, { runId: id, count: row?.count ?? 0, total: row?.total ?? 0 })
  })
  for (;;) {
    const progress = await county.run(walk.proposer, (ctx) => postChunk(ctx, walk.runs, id))
    if (progress.done) return { id, progress, total: progress.postedTotal }
  }
}

function dayIn(period: string): string {
  return period.length === 4 ? `${period}-12-15` : `${period}-15`
}
