/** A command of `xiangce`: rooms add theirs to the list in `compose.ts`. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Text } from '#kernel'
import type { House } from './house.ts'

export type AloneCall = {
  /** Words after the command's name. */
  words: readonly string[]
  /** Options by name, as `parseArgs` read them. */
  options: Readonly<Record<string, string | boolean | undefined>>
}

export type CommandCall = AloneCall & {
  house: House
  /** Runs an operation as the house itself (account 0, whole county), with its log. */
  call(operation: string, input: unknown): Promise<unknown>
}

export type Command = {
  /** One or two words: `check`, `audit verify`. */
  name: string
  text: Text
  /** What follows the name: `<login> <name> [--office <office>]`. */
  usage: string
  options?: ParseArgsOptionsConfig
  /** The result, which `--json` prints as it is. A Problem ends the command with exit code 1. */
  run(call: CommandCall): Promise<unknown>
  /** Instead of `run`, where neither database nor county is needed: it runs before any is opened. Undefined: `run` it is. */
  runAlone?(call: AloneCall): Promise<unknown> | undefined
  /** The result for people; without it, JSON. `call`: words and options, such as the language. */
  show?(result: never, call: AloneCall): string
  /** Whether the result is bad news although the command did its work: exit code 2, or the number that it gives. */
  fails?(result: never): boolean | number
}

export function defineCommand<R>(
  given: Omit<Command, 'run' | 'runAlone' | 'show' | 'fails'> & {
    run(call: CommandCall): Promise<R>
    runAlone?(call: AloneCall): Promise<R> | undefined
    show?(result: R, call: AloneCall): string
    fails?(result: R): boolean
  },
): Command {
  return given
}

/** A command that works without a database. */
export function defineAloneCommand<R>(
  given: Omit<Command, 'run' | 'runAlone' | 'show' | 'fails'> & {
    runAlone(call: AloneCall): Promise<R>
    show?(result: R, call: AloneCall): string
    fails?(result: R): boolean
  },
): Command {
  return { ...given, run: (call) => given.runAlone(call) }
}
