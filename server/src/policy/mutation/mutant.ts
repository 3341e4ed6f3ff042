/** A mutant: a policy in which one thing is a little different, as a slip of the pen would leave it. */
import type { Node } from '#expression'
import type { Text } from '#kernel'
import type { Policy } from '../define.ts'

/** What was tampered with. */
export type Slip =
  | 'limit'
  | 'operator'
  | 'logic'
  | 'rounding'
  | 'branch'
  | 'operand'
  | 'exception'
  | 'extreme'
  | 'fold'
  | 'time'
  | 'parameter'
  | 'validity'

/** One node changed into another; `what` says how: `≥ → >`. */
export type Change = { readonly slip: Slip; readonly what: Text; readonly node: Node }

export type Mutant = {
  readonly slip: Slip
  readonly what: Text
  readonly policy: Policy
  /** The node that was changed and what stands there now; absent where a parameter was changed. */
  readonly at?: { readonly before: Node; readonly after: Node }
  /** The parameter that was changed. */
  readonly parameter?: string
}
