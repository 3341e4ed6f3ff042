/** The explanation of an entry: its amount, its reason down to clause and fact, and whether both agree to the fen. */
import type { Fen, Text } from '#kernel'
import { fen, t, yuanText } from '#kernel'
import type { Entry } from '#ledger'
import { accountKinds, getEntry, interestMethods, purposes } from '#ledger'
import type { Ctx } from '#platform'
import type { Evidence, Explanation, PolicyRoom } from '#policy'
import { readEvidence } from '#policy'
import type { Basis, Grounds } from './grounds.ts'
import { groundsOf, recomputed } from './grounds.ts'

export type EntryExplanation = {
  readonly entry: {
    readonly id: number
    readonly day: string
    readonly side: 'D' | 'C'
    readonly amount: string
    readonly purposeLabel: Text
    readonly accountId: number
    readonly account: string
    readonly kindLabel: Text
    readonly voucher: {
      readonly id: number
      readonly period: string
      readonly number: string
      readonly text: Text
    }
    /** `run:7`, `case:12/act:9`, `receipt:…`: what posted it. */
    readonly source: string
    /** The entry that this one takes back. */
    readonly reverses: number | null
  }
  readonly basis: Basis
  readonly words: Text
  /** What was booked in all for this reason, what the rule gives now, and the difference; null without a reason. */
  readonly booked: string | null
  readonly recomputed: string | null
  readonly difference: string | null
  /** Rule, parameters, facts and amount are those of the time. True also where there is nothing to recompute. */
  readonly reproduced: boolean
  readonly factsChanged: boolean
  readonly reasons: readonly ReasonHead[]
  readonly trace: readonly Explanation[]
}

export type ReasonHead = Pick<Evidence, 'policy' | 'title' | 'ruleHash' | 'on'> & {
  readonly parameterVersion: string
  readonly decisionId: number | null
  readonly subject: { readonly register: string; readonly id: number } | null
  readonly differences: readonly {
    readonly name: string
    readonly stored: unknown
    readonly computed: unknown
  }[]
}

/** Throws `ledger.notFound`, and what the explanation of its decision throws. */
export async function explainEntry(policy: PolicyRoom, ctx: Ctx, id: number): Promise<EntryExplanation> {
  const entry = await getEntry(ctx, id)
  const grounds = await groundsOf(policy, ctx, entry)
  const readings = grounds.reasons.map(({ evidence }) => readEvidence(evidence))
  const again = recomputed(grounds)
  const booked = grounds.claim?.booked ?? null
  const differs = grounds.reasons.length > 0 && again !== booked
  return {
    entry: shown(entry, grounds.original),
    basis: grounds.basis,
    words: wordsOf(entry, grounds),
    booked: yuan(booked),
    recomputed: yuan(again),
    difference: again === null || booked === null ? null : yuanText(fen(again - booked)),
    reproduced: !differs && readings.every((one) => one.reproduced),
    factsChanged: grounds.reasons.some((one) => one.factsChanged),
    reasons: grounds.reasons.map((reason, at) => headOf(reason, readings[at]?.differences ?? [])),
    trace: joined(readings.map(({ trace }) => trace)),
  }
}

function yuan(amount: Fen | null): string | null {
  return amount === null ? null : yuanText(amount)
}

function shown(entry: Entry, original: Entry): EntryExplanation['entry'] {
  const {
    id,
    day,
    side,
    accountId,
    label: account,
    voucherId,
    period,
    number,
    textZh,
    textEn,
    source,
  } = entry
  return {
    id,
    day,
    side,
    amount: yuanText(entry.amount),
    purposeLabel: purposes[entry.purpose].label,
    accountId,
    account,
    kindLabel: accountKinds[entry.kind].label,
    voucher: { id: voucherId, period, number, text: t(textZh, textEn) },
    source,
    reverses: original.id === id ? null : original.id,
  }
}

function headOf(
  { evidence, decision }: Grounds['reasons'][number],
  differences: ReasonHead['differences'],
): ReasonHead {
  const { policy, title, ruleHash, on, book } = evidence
  return {
    policy,
    title,
    ruleHash,
    on,
    parameterVersion: book.version,
    decisionId: decision?.id ?? null,
    subject: decision ? { register: decision.subjectRegister, id: decision.subjectId } : null,
    differences,
  }
}

/** The reasoning of an earlier reason stands below the fact of the same name that it gave. */
function joined(traces: readonly (readonly Explanation[])[]): readonly Explanation[] {
  const [before = [], last] = traces
  return last ? last.map((line) => withGiven(line, before)) : before
}

function withGiven(line: Explanation, before: readonly Explanation[]): Explanation {
  const given = line.fact && before.find(({ id }) => id === line.fact?.name)
  const children = line.children.map((child) => withGiven(child, before))
  return { ...line, children: given && !line.repeated ? [...children, given] : children }
}

function wordsOf(entry: Entry, { basis, original, balances }: Grounds): Text {
  const words = reasonWords[basis](original, balances)
  if (original.id === entry.id) return words
  return t(
    `这条是红字，冲销 ${original.period} ${original.number} 的同一条。原来的理由：${words.zh}`,
    `Red: it takes back the same line of ${original.period} ${original.number}. Its reason was: ${words.en}`,
  )
}

const reasonWords: Record<Basis, (entry: Entry, balances: Grounds['balances']) => Text> = {
  decision: ({ decisionId }) => t(`按 ${decisionId} 号决定记账。`, `Booked by decision ${decisionId}.`),
  interest: (_, balances) =>
    t(
      `${balances?.year} 年利息，按${interestMethods[balances?.method ?? 'daily'].zh}计。`,
      `Interest of ${balances?.year}, by ${interestMethods[balances?.method ?? 'daily'].en}.`,
    ),
  sum: () =>
    t(
      '这条是对方科目的合计。同一张凭证里，每人的分录各有理由，请打开凭证逐条看。',
      'This line is the sum of the other side. The lines of the persons in the same voucher have reasons of their own.',
    ),
  document: () =>
    t(
      '这笔钱不是算出来的，依据是来源单据。请看凭证和来源。',
      'This amount was not computed; it rests on its document. See the voucher and where it comes from.',
    ),
}
