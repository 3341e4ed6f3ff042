/** What crosses the wire: money as yuan text, texts in two languages. */

import { z } from 'zod'
import { type Day, day, type Fen, fen, isProblem, parseYuan, yuanText } from '#kernel'

/** `12345.60` in, fen inside. */
export const moneyIn = z.string().transform((text, context) => {
  try {
    return parseYuan(text)
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    context.addIssue({ code: 'custom', message: thrown.text.zh })
    return z.NEVER
  }
})

export const positiveMoney = moneyIn.refine((amount) => amount > 0, '金额要大于 0')

export const dayIn = z.string().transform((text, context): Day => {
  try {
    return day(text)
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    context.addIssue({ code: 'custom', message: thrown.text.zh })
    return z.NEVER
  }
})

/** Fen inside, `12345.60` out. */
export function money(amount: Fen | number | null): string {
  return yuanText(fen(amount ?? 0))
}

export const yuan = z.string()
export const text = z.object({ zh: z.string(), en: z.string() })
export const ref = z.object({ register: z.string(), id: z.number().int() })
export const id = z.number().int().positive()
export const page = {
  after: z.number().int().nonnegative().optional(),
  limit: z.number().int().min(1).max(500).default(100),
}

export function refOf(register: string, number: number): { register: string; id: number } | null {
  return number > 0 ? { register, id: number } : null
}
