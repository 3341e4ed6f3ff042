// A resident identity number; the server masks it where it must.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const idNumber: KindParts = { Cell: TextCell, Input: TextInput }
