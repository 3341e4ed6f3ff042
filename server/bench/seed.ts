/** How long the crowd took to come in, beside the bare writing of the same rows. */
import { asOwner, makeBare } from './copies.ts'
import type { Crowd } from './crowd.ts'
import { type Report, timesOf } from './measure.ts'

const tables = ['household', 'person'] as const
/** `xiangce demo --persons 1000000` ends within 10 minutes. */
const bar = { text: '1,000,000 persons <= 10 min', persons: 1_000_000, ms: 600_000 }

export async function seedJob({ county, seeded }: Crowd, report: Report): Promise<void> {
  if (!seeded) return report.note('seed: the county stood already')
  const pool = county.db.ownerPool
  await makeBare(pool, tables)
  const began = performance.now()
  await asOwner(pool, async (client) => {
    for (const table of tables) {
      const { rows } = await client.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [`c990101.${table}`],
      )
      const columns = rows[0]?.columns ?? ''
      await client.query(
        `insert into bare.${table} (${columns}) overriding system value select ${columns} from c990101.${table} order by id`,
      )
    }
  })
  report.line({
    job: `seed: ${seeded.persons} persons (${seeded.perSecond} a second)`,
    ours: timesOf([seeded.seconds * 1000]),
    against: 'INSERT .. SELECT into bare copies with indexes',
    baseline: timesOf([performance.now() - began]),
    bar: { text: bar.text, ...(seeded.persons >= bar.persons ? { ms: bar.ms } : {}) },
  })
  await pool.query('drop schema bare cascade')
}
