// A unified social credit code.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const creditCode: KindParts = { Cell: TextCell, Input: TextInput }
