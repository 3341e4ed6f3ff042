/** What the county decided by documents: the monthly pension, the urban minimum it is held against, the yearly rates (AMB-22, OF-06). */
import { z } from 'zod'
import { cite, t } from '#kernel'
import type { AnyOperation } from '#platform'
import { operation } from '#platform'
import { type NewParameter, openPolicyRoom } from '#policy'
import { registerFactSource } from '#register'
import { landSecurityPolicies } from '../land-security/policies/index.ts'
import { landSecurityRegisters } from '../land-security/registers/index.ts'
import { populationRegisters } from '../population/registers/index.ts'
import type { Scene } from './stage.ts'

type Decided = Omit<NewParameter, 'citation' | 'source'>

const pension = 'land-security.pension'
const interest = 'land-security.interest'

const benefits: readonly Decided[] = [
  { policy: pension, key: 'standard', value: '240.00', from: '2023-01-01' },
  { policy: pension, key: 'dibao', value: '230.00', from: '2023-01-01' },
]
const rates: readonly Decided[] = [
  { policy: interest, key: 'actualReturn', value: '1.2', from: '2024-01-01', until: '2025-01-01' },
  { policy: interest, key: 'depositRate', value: '1.5', from: '2024-01-01', until: '2025-01-01' },
]

export function parameterScenes(): Scene[] {
  return [
    entering('parameters.pension', '2024-10-15T10:05', {
      document: '青政办发〔2024〕26 号',
      values: benefits,
    }),
    entering('parameters.rates', '2025-01-03T09:40', { document: '青财社〔2025〕1 号', values: rates }),
  ]
}

type Document = { document: string; values: readonly Decided[] }

function entering(name: string, at: string, given: Document): Scene {
  return {
    name,
    at,
    play: async (stage) => {
      await stage.done('hr2', enter(given), { document: given.document })
    },
  }
}

/** The county's document is signed by two already; the reviewer enters what it says. */
function enter({ document, values }: Document): AnyOperation {
  const room = openPolicyRoom({
    policies: landSecurityPolicies,
    bindings: [],
    source: registerFactSource([...populationRegisters, ...landSecurityRegisters]),
  })
  return operation({
    name: 'demo.parameters',
    text: t('登记参数文件', 'Enter decided parameters'),
    can: 'run.approve',
    audit: 'write',
    input: z.object({ document: z.string() }),
    output: z.object({ count: z.number() }),
    run: async (ctx) => {
      const citation = cite(document, '全文')
      for (const value of values) await room.setParameter(ctx, { ...value, citation, source: document })
      return { count: values.length }
    },
  })
}
