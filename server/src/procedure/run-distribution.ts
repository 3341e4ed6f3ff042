/** 到齐后怎么分: what the accounts will get when the parts of a project have arrived (LS-10). A preview; nothing is posted. */

import { z } from 'zod'
import { fen, sumFen, t, yuanText } from '#kernel'
import { operation } from '#platform'
import type { Procedure } from './define.ts'
import { type DistributionRow, distributionOf } from './run-distribution-store.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const yuan = z.string()

const row = z.object({
  category: z.string().nullable(),
  label: text,
  persons: z.number(),
  individual: yuan.nullable(),
  pooled: yuan.nullable(),
  individualTotal: yuan,
  pooledTotal: yuan,
  opened: z.number(),
  held: z.number(),
})

export function distributionOperations(procedures: readonly Procedure[]) {
  const labelOf = ({ procedure, category }: DistributionRow) =>
    procedures.find((one) => one.id === procedure)?.values?.category?.[category ?? ''] ??
    t(category ?? '', category ?? '')
  return [
    operation({
      name: 'fund.distribution',
      text: t('看到齐后怎么分', 'See how the money will be shared out'),
      can: 'ledger.read',
      audit: 'none',
      input: z.object({ context: z.object({ register: z.string(), id: z.number().int().positive() }) }),
      output: z.object({
        rows: z.array(row),
        persons: z.number(),
        individualTotal: yuan,
        pooledTotal: yuan,
        total: yuan,
      }),
      run: async (ctx, { context }) => {
        const rows = await distributionOf(ctx.tx, context)
        const [individual, pooled] = [
          sumFen(rows.map((one) => fen(one.individualTotal))),
          sumFen(rows.map((one) => fen(one.pooledTotal))),
        ]
        return {
          rows: rows.map((one) => ({ ...one, label: labelOf(one), ...amounts(one) })),
          persons: rows.reduce((sum, one) => sum + one.persons, 0),
          individualTotal: yuanText(individual),
          pooledTotal: yuanText(pooled),
          total: yuanText(sumFen([individual, pooled])),
        }
      },
    }),
  ] as const
}

function amounts(one: DistributionRow) {
  return {
    individual: one.individual === null ? null : yuanText(fen(one.individual)),
    pooled: one.pooled === null ? null : yuanText(fen(one.pooled)),
    individualTotal: yuanText(fen(one.individualTotal)),
    pooledTotal: yuanText(fen(one.pooledTotal)),
  }
}
