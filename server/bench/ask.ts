/** What the caller of the bench asks for: which jobs, at which sizes. */
import { parseArgs } from 'node:util'

/** `accounts` is as large as `persons` unless it is given. `data`: a data directory of `xiangce demo` that has the crowd already. */
export type Ask = { only: readonly string[]; persons: number; accounts: number; rows: number; data?: string }

/** Reads the command line; a job may also be named without `--only`. Ends the process with what is wrong about it. */
export function askOf(given: readonly string[], known: readonly string[]): Ask {
  try {
    return readAsk(given, known)
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown))
    process.exit(2)
  }
}

function readAsk(given: readonly string[], known: readonly string[]): Ask {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      persons: { type: 'string' },
      accounts: { type: 'string' },
      rows: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const named = [...positionals, ...(values.only?.split(',') ?? [])].map((name) => name.trim())
  const unknown = named.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no job ${unknown.join(', ')}; there are ${known.join(', ')}`)
  const persons = sizeOf('persons', values.persons, 100_000)
  return {
    only: named.length > 0 ? known.filter((name) => named.includes(name)) : known,
    persons,
    accounts: sizeOf('accounts', values.accounts, persons),
    rows: sizeOf('rows', values.rows, 20_000),
    ...(values.data ? { data: values.data } : {}),
  }
}

function sizeOf(name: string, given: string | undefined, usual: number): number {
  const size = Number(given ?? usual)
  if (!Number.isInteger(size) || size < 1) throw new Error(`--${name} takes a whole number above 0`)
  return size
}
