/** A citation as an office enters it with a value: its own document. */
import { z } from 'zod'

const both = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** What a document is called and says may be given in both languages; a quote in one is taken for Chinese. */
export const citationShape = z.object({
  source: z.string().min(1),
  clause: z.string(),
  called: both.optional(),
  quote: z.union([both, z.string()]).optional(),
})
