// A person's or a body's name.
import type { KindParts } from '../parts/kind.ts'
import { TextCell, TextInput } from './text.tsx'

export const name: KindParts = { Cell: TextCell, Input: TextInput }
