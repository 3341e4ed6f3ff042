/** What is written so far within the loop over subjects, or within one over the elements of a list. */
import type { Node } from '../node.ts'
import type { Slot } from './slot.ts'

/** Which operands an evaluation asks for, each under a condition: what decides the branch bitmap. */
export type Demand = { readonly node: Node; readonly when: string }

/** What was written of a node besides its slot. `branch`: local with the branch decided, -1 for none. */
export type Note = {
  readonly branch?: string
  readonly demands?: readonly Demand[]
  /** Bits of bodies, by word of the bitmap: the local that gathered them. */
  readonly bits?: ReadonlyMap<number, string>
}

/** What is written within one loop. */
export type Scope = {
  readonly bound: string
  readonly binding?: Slot
  readonly slots: Map<Node, Slot>
  readonly order: Node[]
  readonly notes: Map<Node, Note>
  readonly shared: Map<string, unknown>
  readonly lines: string[]
}

export function scopeOf(bound: string, binding?: Slot): Scope {
  return {
    bound,
    ...(binding ? { binding } : {}),
    slots: new Map(),
    order: [],
    notes: new Map(),
    shared: new Map(),
    lines: [],
  }
}
