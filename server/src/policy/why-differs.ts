/** Why a decision comes out otherwise when it is done again: which facts, parameters or rules are others, in words. */
import type { ValueType } from '#expression'
import { decode, readingText } from '#expression'
import type { Text } from '#kernel'
import { citationName, t } from '#kernel'
import type { Ctx } from '#platform'
import type { DecideRequest, Room } from './decide.ts'
import { assessed, sharing } from './decide.ts'
import { recordsChanged } from './differing-records.ts'
import { sortedJson } from './hash.ts'
import { lookUp } from './lookup.ts'
import type { Decision } from './store.ts'
import { findVersion } from './store.ts'

/** `before` and `after` in words; `knownOn`: since when the new value stands in the register. */
export type Change = {
  readonly kind: 'fact' | 'result' | 'parameter' | 'rule'
  readonly label: Text
  readonly before: Text
  readonly after: Text
  readonly source: Text | null
  readonly knownOn: string | null
}

type Found = Awaited<ReturnType<typeof assessed>>
type Both = { before: Found; after: Found }

/** The question that a decision answered, to be asked again: the same day and what the act stated, but neither results nor days. */
export function askedAgain(room: Room, decision: Decision): DecideRequest {
  const { policy, subjectRegister: register, subjectId: id, valid, given } = decision
  const binding = room.bindings.find((b) => b.policy === policy && b.subject === register)
  const read = (name: string) => ['result', 'day'].includes(binding?.facts[name]?.kind ?? '')
  const facts = Object.fromEntries(Object.entries(given.facts).filter(([name]) => !read(name)))
  return { policy, subject: { register, id }, on: valid, facts }
}

/** What differs between decisions as they were made and the same questions as known now, in the order given; rows are read once. */
export async function whyDiffer(room: Room, ctx: Ctx, decisions: readonly Decision[]): Promise<Change[][]> {
  const shared = sharing(room)
  const ended = await Promise.allSettled(decisions.map((one) => whyDiffers(shared, ctx, one)))
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

async function whyDiffers(room: Room, ctx: Ctx, decision: Decision): Promise<Change[]> {
  const request = askedAgain(room, decision)
  const rule = await ruleChange(room, ctx, decision)
  const changes = await changesOf(room, ctx, request, { before: decision.known, after: ctx.now })
  return unique([...rule, ...changes])
}

/** The same between two moments. */
export async function changesOf(
  room: Room,
  ctx: Ctx,
  request: DecideRequest,
  known: { before: string; after: string },
): Promise<Change[]> {
  const read = (moment: string) => assessed(room, ctx, { ...request, known: moment, trace: false })
  const both = { before: await read(known.before), after: await read(known.after) }
  const deeper: Change[] = []
  for (const policy of otherResults(room, both))
    deeper.push(...(await changesOf(room, ctx, { ...request, policy, facts: {} }, known)))
  return unique([...deeper, ...factChanges(both), ...parameterChanges(both)])
}

async function ruleChange(room: Room, ctx: Ctx, decision: Decision): Promise<Change[]> {
  const stored = await findVersion(ctx.tx, decision.policyVersionId)
  const now = room.registry.get(decision.policy)
  if (!stored || stored.hash === now.hash) return []
  const [before, after] = [stored.hash, now.hash].map((hash) => t(hash.slice(0, 8), hash.slice(0, 8)))
  const label = t(`规则“${now.label.zh}”`, `Rule "${now.label.en}"`)
  return [{ kind: 'rule', label, before: before as Text, after: after as Text, source: null, knownOn: null }]
}

/** Policies whose results, used as facts, are others. */
function otherResults(room: Room, { before, after }: Both): string[] {
  const { policy, subject } = after.request
  const binding = room.bindings.find((b) => b.policy === policy.id && b.subject === subject.register)
  return Object.entries(binding?.facts ?? {}).flatMap(([name, fact]) =>
    fact.kind === 'result' && differ(before.gathered.facts[name], after.gathered.facts[name])
      ? [fact.policy]
      : [],
  )
}

function factChanges({ before, after }: Both): Change[] {
  const { policy } = after.request
  return Object.entries(policy.tree.facts).flatMap(([name, { type, label }]): Change[] => {
    const [old, now] = [before.gathered.facts[name], after.gathered.facts[name]]
    if (!differ(old, now)) return []
    if (type.kind === 'list')
      return recordsChanged({ name, label, type, old, now, origins: after.gathered.origins })
    const origin = after.gathered.origins[name]
    const computed = origin?.register?.startsWith('policy:') ?? false
    const said = { before: wordsOf(old, type), after: wordsOf(now, type), source: origin?.label ?? null }
    return [{ kind: computed ? 'result' : 'fact', label, ...said, knownOn: origin?.asOf ?? null }]
  })
}

function parameterChanges({ before, after }: Both): Change[] {
  const { policy } = after.request
  const on = after.assessment.on ?? before.assessment.on
  if (!on) return []
  const [old, now] = [before, after].map((one) =>
    lookUp(policy.tree, on, { book: one.book, overrides: one.gathered.parameters }),
  )
  return Object.entries(policy.tree.parameters).flatMap(([key, { type, keys }]): Change[] => {
    const [a, b] = [old?.[key], now?.[key]]
    const [wire, next] = [a, b].map((one) => (one?.state === 'known' ? one.wire : null))
    if (!differ(wire, next)) return []
    const say = (value: unknown) => (keys.length > 0 ? t('按表', 'as in its table') : wordsOf(value, type))
    const cited = b?.state === 'known' ? b.citation : undefined
    const source = cited ? citationName(cited) : null
    const label = policy.parameters[key]?.label ?? t(key, key)
    return [{ kind: 'parameter', label, before: say(wire), after: say(next), source, knownOn: null }]
  })
}

export function wordsOf(wire: unknown, type: ValueType): Text {
  return readingText(decode(wire, type, { path: '', label: t('', '') }), type)
}

export function differ(a: unknown, b: unknown): boolean {
  return sortedJson(a ?? null) !== sortedJson(b ?? null)
}

function unique(changes: readonly Change[]): Change[] {
  const seen = new Map(
    changes.map((one) => [`${one.label.zh} ${one.before.zh} ${one.after.zh}`, one] as const),
  )
  return [...seen.values()]
}
