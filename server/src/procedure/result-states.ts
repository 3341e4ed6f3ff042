/** Which item states count as confirmed and which as taken off, for the result line of an ended notice. Pure. */
import type { Procedure } from './define.ts'

export function resultStates(procedure: Procedure): { done: string[]; removed: string[] } {
  const marked = (mark: string): string[] =>
    Object.entries(procedure.itemStates).flatMap(([name, one]) => (one.mark === mark ? [name] : []))
  return { done: marked('done'), removed: marked('refused') }
}
