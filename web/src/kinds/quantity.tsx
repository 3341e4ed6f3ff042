// An amount with its unit; the unit stands in the head of a table and beside the value elsewhere.
import type { CellProps, KindParts } from '../parts/kind.ts'
import { thousands } from './count.tsx'
import { TextInput } from './text.tsx'

function QuantityCell({ value }: CellProps) {
  return <>{thousands(String(value))}</>
}

export const quantity: KindParts = { Cell: QuantityCell, Input: TextInput, number: true }
