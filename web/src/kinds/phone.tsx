// A mobile telephone number.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const phone: KindParts = { Cell: TextCell, Input: TextInput }
