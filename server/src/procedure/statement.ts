/** One statement for many: 审定 46 人，合计 2,300,000.00 元；3 人留在原处。 */
import type { Text } from '#kernel'
import { fen, formatYuan, sumFen, t } from '#kernel'
import type { Procedure } from './define.ts'
import { actionOf } from './define.ts'

export type Counted = { action: string; taken: number; amounts: readonly number[]; held: number }

export function statementText(procedure: Procedure, { action, taken, amounts, held }: Counted): Text {
  const { label } = actionOf(procedure, action)
  const { counter } = procedure.items
  if (taken === 0 && held === 0) return t(`${label.zh}。`, `${label.en}.`)
  const sum = amounts.length > 0 ? formatYuan(sumFen(amounts.map(fen))) : null
  const zh = [
    `${label.zh} ${taken} ${counter.zh}`,
    sum && `，合计 ${sum} 元`,
    held > 0 && `；${held} ${counter.zh}留在原处`,
    '。',
  ]
  const en = [
    `${label.en}: ${taken} ${counter.en}`,
    sum && `, ${sum} yuan in all`,
    held > 0 && `; ${held} stay`,
    '.',
  ]
  return t(zh.filter(Boolean).join(''), en.filter(Boolean).join(''))
}
