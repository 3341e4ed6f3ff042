/** The columnar reading of a kind of node: writes the lines that compute it and says where its value stands. */
import type { Node } from '../node.ts'
import type { Emitter } from './emitter.ts'
import type { Slot } from './slot.ts'

export type ColumnarRule<N extends Node> = { emit(node: N, emitter: Emitter): Slot }
