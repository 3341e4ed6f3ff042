// A month, 2025-09.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const month: KindParts = { Cell: TextCell, Input: TextInput }
