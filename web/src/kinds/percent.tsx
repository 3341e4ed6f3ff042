// A percentage.
import type { CellProps, KindParts } from '../parts/kind.ts'
import { TextInput } from './text.tsx'

function PercentCell({ value }: CellProps) {
  return <>{String(value)}%</>
}

export const percent: KindParts = { Cell: PercentCell, Input: TextInput, number: true }
