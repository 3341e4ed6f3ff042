// A bank card number.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const bankCard: KindParts = { Cell: TextCell, Input: TextInput }
