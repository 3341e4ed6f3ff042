// Yuan.
import type { CellProps, KindParts } from '../parts/kind.ts'
import { MoneyText } from '../parts/money-text.tsx'
import { TextInput } from './text.tsx'

function MoneyCell({ value }: CellProps) {
  return <MoneyText yuan={typeof value === 'string' ? value : null} />
}

export const money: KindParts = { Cell: MoneyCell, Input: TextInput, number: true }
