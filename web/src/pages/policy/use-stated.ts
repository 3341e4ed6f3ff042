// Examples of a change: which come out otherwise, what somebody says must come out of them, and whether they now do.
import { useState } from 'react'
import { useCall } from '../../api.ts'
import type { Input, Output } from '../../api-types.ts'
import { t } from '../../app/text.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { type Typed, wireOf, wireOfAll } from './fact-wire.ts'
import type { Policy } from './policy-types.ts'

export type Failing = Output<'policy.examplesUnder'>['failing'][number]
export type Stated = NonNullable<Input<'policy.propose'>['examples']>[number]
export type Values = Readonly<Record<string, unknown>>
/** A new case: facts, and what must come out. */
export type Case = { facts: Typed; results: Typed }

type Tried = { policy: Policy; values: Values; from: unknown; until: unknown }

export function useStated({ policy, values, from, until }: Tried) {
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({})
  const [cases, setCases] = useState<readonly Case[]>([])
  const ask = {
    policy: policy.meta.id,
    values: { ...values },
    from: String(from),
    until: typeof until === 'string' ? until : null,
  }
  const enabled = typeof from === 'string' && Object.values(values).every((value) => value !== undefined)
  const open = useCall('policy.examplesUnder', ask, { enabled })
  const failing = enabled ? (open.data?.failing ?? []) : []
  const anew = failing.map((one) => restated(policy, one, typed[one.at] ?? {}))
  const fresh = cases.map((one) => stated(policy, one))
  const examples = [...anew, ...fresh].filter((one) => one !== undefined)
  const isWritten = examples.length === anew.length + fresh.length
  const again = useCall(
    'policy.examplesUnder',
    { ...ask, examples },
    { enabled: enabled && isWritten && examples.length > 0 },
  )
  const left = isWritten && examples.length > 0 ? again.data?.failing : undefined
  return {
    /** A day from which it holds, and values, are there to be looked at. */
    isAsked: enabled,
    failing,
    typed,
    setTyped,
    cases,
    setCases,
    examples,
    /** Those that still come out otherwise once all is written. */
    left: left ?? [],
    problem: open.error ?? again.error,
    reasons: isWritten ? (left ?? []).map(leftReason) : [unwritten],
  }
}

export type Stating = ReturnType<typeof useStated>

const unwritten: Reason = {
  key: 'examples',
  state: 'missing',
  text: t('例子还没有写明应得什么。', 'An example does not say yet what must come out.'),
}

function leftReason({ at }: Failing): Reason {
  return {
    key: `example ${at}`,
    state: 'missing',
    text: t(
      `第 ${at + 1} 个例子写明的与按新值算出来的不同。`,
      `Example ${at + 1} comes out otherwise than stated.`,
    ),
  }
}

/** The results of an example that come out otherwise. */
export function openResults(policy: Policy, { differences }: Pick<Failing, 'differences'>) {
  return differences.flatMap(({ what }) => policy.meta.results.filter(({ name }) => name === what))
}

function restated(policy: Policy, failing: Failing, typed: Typed): Stated | undefined {
  const results = wiresOf(openResults(policy, failing), typed)
  return (
    results && {
      ...failing.asked,
      rule: failing.rule,
      given: { ...failing.asked.given },
      expect: { result: results },
    }
  )
}

function stated(policy: Policy, { facts, results }: Case): Stated | undefined {
  const written = policy.meta.results.filter(({ name }) => results[name] !== undefined)
  const result = wiresOf(written, results)
  return result && { given: wireOfAll(facts, policy.meta.facts), expect: { result } }
}

/** Undefined while one of them is not written, or where there is none. */
function wiresOf(results: Policy['meta']['results'], typed: Typed): Record<string, unknown> | undefined {
  const entries = results.map((result) => [result.name, wireOf(typed[result.name], result)] as const)
  if (entries.length === 0 || entries.some(([, wire]) => wire === undefined)) return undefined
  return Object.fromEntries(entries)
}
