/** A run as declared: what is done to many at once (design, section 4). */
import type { Day, Fen, Text } from '#kernel'
import { invariant } from '#kernel'
import type { AccountKind, Component, PurposeId, Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { PolicyRoom } from '#policy'

/** One subject of a run, before anything is decided about it. `key` orders the population and is what paging goes by. */
export type RunSubject = {
  key: number
  subject: Ref
  context?: Ref
  name: string
  area: string
  accountId: number | null
}

/** A page of a population; `next` is the key to go on after, null at the end. Keys grow. */
export type Population = { subjects: RunSubject[]; next: number | null }

/** `person`: whose it is, where that is known; a death that the ledger knows holds what is that person's. */
export type Payee = { idNumber: string; cardName: string; card: string; bank: string; person?: Ref }

/** What a run proposes for one subject: an amount with its reason, or why nothing can be proposed yet. */
export type Proposal =
  /** `payee: null`: paid to nobody, it goes to the pool of its fund (no heir). */
  | { amount: Fen; decisionId: number | null; components?: readonly Component[]; payee: Payee | null }
  | { held: Text; decisionId?: number | null }
  /** Not concerned this time: no line. */
  | null

export type RunMoment = {
  period: string
  day: Day
  input: Record<string, unknown>
  /** What `prepare` decided. */
  memory?: Record<string, unknown>
}

/** What is known of somebody who may claim; `stated` is what the last run was told, else what the registers suggest. */
export type Claimant = {
  subject: Ref
  name: string
  area: string
  stated: { unemployedFrom: Day | null; paidBefore: number; meetsDibao: boolean | null }
  /** Where the day comes from, and the spells of work that stop the money. */
  source: Text
}

/** What an inheritance asks of its system: who died, and what the policy says of the rest (LS-13). */
export type InheritancePorts = {
  /** The rule of `decide`, for who wants to read it. */
  policy: string
  deceased(ctx: Ctx, subject: Ref): Promise<Deceased | undefined>
  decide(ctx: Ctx, given: InheritanceFacts): Promise<InheritanceDecision>
}

export type Deceased = {
  person: Ref
  name: string
  diedOn: Day | null
  source: string | null
}

/** `credited`: principal and interest, before `paid` was taken from it. */
export type InheritanceFacts = { subject: Ref; diedOn: Day; credited: Fen; paid: Fen; keep: boolean }

/** Where the rest goes when there is no heir, as the county set it (OF-15). */
export type NoHeirTo = 'pool' | 'collective'

/** `inherited` is null while the policy cannot decide; `why` then says what is missing. */
export type InheritanceDecision = {
  decisionId: number | null
  inherited: Fen | null
  noHeirTo: NoHeirTo
  why: Text
}

/** A run that pays: population + policy + date -> lines -> vouchers -> a payment batch. */
export type PayRun = {
  kind: 'pay'
  id: string
  label: Text
  fund: string
  every: 'month' | 'year' | 'once'
  purpose: PurposeId
  /** 项目 of the payment list: 养老金. */
  item: Text
  /** Which accounts bear it, in order (LS-13, OF-07): the person's own until empty, then the pool; or the pool alone. */
  charge: readonly ('individual' | 'pooled')[]
  population: (ctx: Ctx, at: RunMoment, page: { after: number; limit: number }) => Promise<Population>
  propose: (ctx: Ctx, subject: RunSubject, at: RunMoment) => Promise<Proposal>
  /** What the run decides once, before its lines; kept in its memory. */
  prepare?: (ctx: Ctx, at: RunMoment) => Promise<Record<string, unknown>>
  /** Only on the run by which heirs are paid. */
  inheritance?: InheritancePorts
  /** Only on a run whose subjects claim: found by name, or those claimed before. */
  claimants?: (
    ctx: Ctx,
    by: { search: string } | { claimed: readonly Record<string, unknown>[] },
  ) => Promise<Claimant[]>
}

/** How a year's interest is reckoned from the balances of the year (OF-06). */
export type InterestMethod = 'yearEnd' | 'monthly' | 'daily'

/** A run that credits interest to every individual account, set-based. */
export type InterestRun = {
  kind: 'interest'
  id: string
  label: Text
  fund: string
  every: 'year'
  method: InterestMethod
  /** The policy that the rate is asked of: its page of reasons. */
  ratePolicy?: string
  /**
   * The rate of the year as a policy decided it (LS-11); `ruleId` is the pinned rule that explains each account. With the
   * run's `id` the decision is kept, without it only tried.
   */
  rate: (
    ctx: Ctx,
    at: RunMoment & { id?: number },
  ) => Promise<{
    num: number
    den: number
    decisionId: number | null
    ruleId?: number | undefined
    reason: Text
  }>
  /** Named sources in order; `reserve` only with a document in the run's input (OF-06). */
  from: readonly AccountKind[]
}

/** A run that does paid months again with what is known now: what is short is topped up, what was too much is claimed back (OF-14, OF-16). */
export type RecomputeRun = {
  kind: 'recompute'
  id: string
  label: Text
  fund: string
  every: 'once'
  /** The pay run whose months are done again, and the policy that decides a month. */
  of: string
  policy: string
  /** The policy of the difference: facts `month`, `due`, `paid`; results `topUp`, `recovery`. Its decision is the reason of the entries. */
  difference: string
  /** 项目 of the payment list: 养老金补发. */
  item: Text
  charge: readonly ('individual' | 'pooled')[]
  room: PolicyRoom
  /** Its subjects claim: a month that nobody claimed is not asked for. */
  claims: boolean
  /** What it compares, on a person's page: 养老金. */
  part: Text
  /** It compares what was credited when the account was opened, once a person; `whyHeld` says what stops a correction. */
  opening?: {
    whyHeld(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Text | null
  }
  /** The register of its subjects. */
  register: string
  population: (ctx: Ctx, page: { after: number; limit: number }) => Promise<Population>
  /** The same for some subjects by id, in order of their keys. */
  subjects: (ctx: Ctx, ids: readonly number[]) => Promise<RunSubject[]>
  /** The rows of `register` that are one person's: of the list of a taking, for the card of a person. */
  subjectsOf: (ctx: Ctx, of: Ref) => Promise<readonly number[]>
  /** What a decision says is due in its month; null while it cannot say. */
  due: (result: Readonly<Record<string, unknown>>) => Fen | null
  whyNot: (decided: { missing: readonly string[]; missingParameters: readonly string[] }) => Text
  payee: (ctx: Ctx, subject: Ref) => Promise<Payee>
  diedOn: (ctx: Ctx, subject: Ref) => Promise<Day | null>
}

export type Run = PayRun | InterestRun | RecomputeRun

/** Declares a run. */
export function defineRun<const R extends Run>(given: R): R {
  invariant(/^[a-z-]+(\.[a-z-]+)+$/.test(given.id), `run id ${given.id} is system.name`)
  return given
}
