/** What a sample is asked to be. */
import { z } from 'zod'
import { confidences } from './confidence.ts'

export const ruleShape = z.object({
  /** Layers: every township, or every village, gives its own number. */
  layers: z.enum(['township', 'village']),
  /** Half the interval in percentage points: 3 = ±3. */
  precision: z.number().min(0.5).max(30),
  confidence: z.union(
    confidences.map((one) => z.literal(one)) as [z.ZodLiteral<90>, z.ZodLiteral<95>, z.ZodLiteral<99>],
  ),
  /** Percent of faulty records that is expected; what an earlier round found goes before it. */
  expected: z.number().min(0.1).max(99.9),
  /** Whether the precision is for all layers together, or for each of them. */
  holds: z.enum(['whole', 'each']),
  /** Every layer gives at least so many. */
  least: z.int().min(1).max(200),
  allocation: z.enum(['proportional', 'neyman']),
  /** The earlier sample whose rates steer this one. */
  after: z.int().positive().nullable(),
})
export type Rule = z.infer<typeof ruleShape>
