/** What the county decided by documents: the monthly pension, the urban minimum it is held against, the yearly rates (AMB-22, OF-06). */
import { cite, t } from '#kernel'
import type { Scene } from './stage.ts'

type Decided = { policy: string; key: string; value: string; from: string; until?: string }

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
    entering('parameters.pension', {
      at: '2024-10-15T10:05',
      document: '青政办发〔2024〕26 号',
      values: benefits,
    }),
    entering('parameters.rates', { at: '2025-01-03T09:40', document: '青财社〔2025〕1 号', values: rates }),
  ]
}

type Document = { at: string; document: string; values: readonly Decided[] }

/** The officer copies the document, another holds the copy against it and approves. */
function entering(name: string, { at, document, values }: Document): Scene {
  return {
    name,
    at,
    play: async (stage) => {
      const citation = cite(document, t('全文', 'whole text'))
      for (const value of values) {
        const { id } = await stage.call<{ id: number }>('hr1', 'policy.propose', {
          ...value,
          citation,
          reason: `按${document}执行`,
        })
        await stage.call('hr2', 'policy.approve', { id, outcome: 'approved' })
      }
    },
  }
}
