/** What is left of an individual account goes to the heirs, each a share, without losing a fen (LS-13, OF-15). */
import {
  addRatio,
  compareRatio,
  type Day,
  type Fen,
  oneRatio,
  ratio,
  ratioText,
  type Share,
  split,
  t,
  zeroRatio,
} from '#kernel'
import { type Account, balance, getAccount, type Ref } from '#ledger'
import type { Ctx } from '#platform'
import {
  defineRun,
  type InheritancePorts,
  type Payee,
  type PayRun,
  type Population,
  type RunMoment,
  type RunSubject,
} from './run-define.ts'
import { creditOf } from './run-inheritance-store.ts'
import { runProblems } from './run-problems.ts'

export type Heir = { name: string; relation: string; share: { num: number; den: number }; payee: Payee }

/** No heirs: the rest goes to the pool. `person`: who died; `source`: who says so. */
export type InheritanceInput = {
  accountId: number
  diedOn: Day
  knownOn: Day
  source: string
  document: string
  person: Ref | null
  heirs: Heir[]
}

type Memory = { shares?: number[]; decisionId?: number | null }

/** The amounts of the heirs, in order; they add up to the total (GEN-01). Throws run.shares unless the shares make one whole. */
export function shareAmong(total: Fen, heirs: readonly Pick<Heir, 'name' | 'share'>[]): Fen[] {
  const shares = heirs.map(({ share }, i): [string, Share] => [String(i), share])
  const sum = heirs.reduce((all, { share }) => addRatio(all, ratio(share.num, share.den)), zeroRatio)
  if (compareRatio(sum, oneRatio) !== 0 || heirs.some(({ share }) => share.num <= 0))
    throw runProblems.shares({ sum: ratioText(sum) })
  return split(total, shares).map(([, amount]) => amount)
}

/** A run for one account: its lines are the heirs, or the pool where there is none. Period: `账户 12`; once per account. `inheritance`: who died, and the policy's word. */
export function inheritanceRun(given: { id: string; fund: string; inheritance?: InheritancePorts }): PayRun {
  return defineRun({
    ...given,
    kind: 'pay',
    label: t('个人账户余额继承', 'Inheritance of an individual account'),
    every: 'once',
    purpose: 'inheritance',
    item: t('继承', 'Inheritance'),
    charge: ['individual'],
    prepare: async (ctx, at) => ({
      shares: await sharesOf(ctx, inputOf(at)),
      decisionId: given.inheritance ? await decisionOf(ctx, given.inheritance, inputOf(at)) : null,
    }),
    population: heirsOf,
    propose: async (_, subject, at) => {
      const { heirs } = inputOf(at)
      const { shares, decisionId = null } = (at.memory ?? {}) as Memory
      const amount = (shares?.[subject.key - 1] ?? 0) as Fen
      return { amount, decisionId, payee: heirs[subject.key - 1]?.payee ?? null }
    },
  })
}

async function sharesOf(ctx: Ctx, { accountId, heirs }: InheritanceInput): Promise<Fen[]> {
  const rest = await balance(ctx, accountId)
  return heirs.length === 0 ? [rest] : shareAmong(rest, heirs)
}

/** The policy's word on the rest of the account, kept as the reason of every share; refused where it is not the balance (LS-13). */
async function decisionOf(
  ctx: Ctx,
  ports: InheritancePorts,
  { accountId, diedOn }: InheritanceInput,
): Promise<number | null> {
  const account = await getAccount(ctx, accountId)
  const { paid, credited } = await creditOf(ctx.tx, account)
  const facts = { diedOn, paid, credited, keep: true }
  const decided = await ports.decide(ctx, { ...facts, subject: account.subject as Ref })
  if (decided.inherited === null) throw runProblems.notInherited({ why: decided.why })
  if (decided.inherited !== account.balance)
    throw runProblems.restDiffers({ policy: decided.inherited, book: account.balance })
  return decided.decisionId
}

async function heirsOf(ctx: Ctx, at: RunMoment, page: { after: number; limit: number }): Promise<Population> {
  const { accountId, heirs } = inputOf(at)
  const account = await getAccount(ctx, accountId)
  const subject = account.subject as Ref
  if (heirs.length === 0) return { subjects: [nobody(account, subject)], next: null }
  const subjects = heirs.slice(page.after, page.after + page.limit).map(
    (heir, i): RunSubject => ({
      key: page.after + i + 1,
      subject,
      context: { register: `heir:${subject.register}:${subject.id}`, id: page.after + i + 1 },
      accountId,
      area: account.area,
      name: `${heir.name}（${account.label}${heir.relation}）`,
    }),
  )
  const end = page.after + subjects.length
  return { subjects, next: end < heirs.length ? end : null }
}

/** The one line of an account without heirs. */
function nobody(account: Account, subject: Ref): RunSubject {
  return {
    key: 1,
    subject,
    context: { register: `heir:${subject.register}:${subject.id}`, id: 0 },
    accountId: account.id,
    area: account.area,
    name: `${account.label}（无继承人，转统筹账户）`,
  }
}

/** The operation checked its form before it was kept with the run. */
function inputOf(at: RunMoment): InheritanceInput {
  return at.input as InheritanceInput
}
