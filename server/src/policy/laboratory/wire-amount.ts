/** Amounts of the columns as the wire writes them. */
import { typeOf } from '#expression'
import type { Fen } from '#kernel'
import { yuanText } from '#kernel'
import type { Policy } from '../define.ts'

/** Money as yuan, everything else as the number; what is not known as null. */
export function wireAmount({ tree }: Policy, result: string): (amount: number) => string | number | null {
  const node = tree.results[result]?.node
  const isMoney = node !== undefined && typeOf(node).kind === 'money'
  return (amount) => (Number.isNaN(amount) ? null : isMoney ? yuanText(amount as Fen) : amount)
}
