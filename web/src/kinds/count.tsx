// A whole number, with thousands.
import type { CellProps, KindParts } from '../parts/kind.ts'
import { TextInput } from './text.tsx'

export function thousands(text: string): string {
  return text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}

function CountCell({ value, field }: CellProps) {
  // a year is a number without thousands
  return <>{field.name === 'year' ? String(value) : thousands(String(value))}</>
}

export const count: KindParts = { Cell: CountCell, Input: TextInput, number: true }
