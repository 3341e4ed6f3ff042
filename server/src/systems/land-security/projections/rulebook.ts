/** A policy asked about many people at once and year after year: its columns are laid once, the day is written over. */
import {
  type Column,
  codeOfDay,
  compile,
  encodeReading,
  type Kernel,
  type KernelBook,
  layWire,
  type ParameterBook,
  type Policy,
  type ResultColumn,
  readingAt,
  spansOf,
  states,
  type ValueType,
  type Wire,
} from '#policy'

type Cells = Readonly<Record<string, readonly unknown[]>>

export type Told = {
  /** The column of a result; written over at the next asking. */
  column(result: string): ResultColumn
  /** One value of it on the wire. */
  wire(result: string, i: number): Wire
}

/** `cells`: facts of `count` people in wire form. `day`: the fact that is `on` for everybody at each asking. */
export function asking(
  { policy, book }: { policy: Policy; book: ParameterBook },
  { cells, count, day }: { cells: Cells; count: number; day?: string },
): (on?: string) => Told {
  const kernel = kept(kernels, policy, () => compile(policy.tree))
  const spans = kept(bookSpans, book, () => spansOf(policy, book))
  const laid = Object.entries(cells).map(([name, of]): [string, Column] => [
    name,
    layWire(of, typeOfFact(policy, name), { words: kernel.words, name }),
  ])
  const days = new Int32Array(count)
  const facts = { ...Object.fromEntries(laid), ...(day === undefined ? {} : { [day]: { values: days } }) }
  const columns = { count, words: kernel.words, facts }
  return (on) => {
    if (on !== undefined) days.fill(codeOfDay(on))
    const { results } = kernel.run(columns, spans)
    const column = (result: string): ResultColumn => {
      const found = results[result]
      if (!found) throw new Error(`${policy.id} has no result ${result}`)
      return found
    }
    return {
      column,
      wire: (result, i) => encodeReading(readingAt(column(result), i, kernel.words), column(result).type),
    }
  }
}

const kernels = new WeakMap<Policy, Kernel>()
const bookSpans = new WeakMap<ParameterBook, KernelBook>()

function kept<K extends object, V>(values: WeakMap<K, V>, key: K, make: () => V): V {
  const value = values.get(key) ?? make()
  values.set(key, value)
  return value
}

function typeOfFact(policy: Policy, name: string): ValueType {
  const fact = policy.tree.facts[name]
  if (!fact) throw new Error(`${policy.id} has no fact ${name}`)
  return fact.type
}

/** The number in a cell; 0 where the rule does not apply; undefined where it could not be decided. */
export function numberAt(column: ResultColumn, i: number): number | undefined {
  if (column.states[i] === states.notApplicable) return 0
  return column.states[i] === states.known ? (column.values[i] as number) : undefined
}
