/** One door: who may, what goes in, what comes out, what the log keeps. Everything that a person or a job does is one. */

import type { z } from 'zod'
import type { Problem, Text } from '#kernel'
import { type Actor, may } from './actor.ts'
import type { Ctx, Note } from './context.ts'
import { platformProblems } from './problems.ts'

export type AuditKind = 'none' | 'read' | 'write' | 'export'

/** A verb; a verb that depends on the input; anybody who signed in; everybody. */
export type Can<I> = 'public' | 'signedIn' | (string & {}) | ((input: I) => string)

/** A file that is sent while it is made. `pieces` is read to its end in the transaction; `told`: what the log keeps of it, as far as it went. */
export type Outgoing = { name: string; mime: string; pieces: AsyncIterable<Uint8Array>; told(): Note }

export type Operation<
  N extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  name: N
  text: Text
  /** `directory`: runs on accounts and sessions instead of a county, and is logged in the chain of access. */
  home?: 'county' | 'directory'
  can: Can<z.output<I>>
  audit: AuditKind
  input: I
  output: O
  run: (ctx: Ctx, input: z.output<I>) => Promise<z.input<O>>
  /** The same as a download, `GET` with the input as JSON in `?input=`: for what is too large to be kept as a file. */
  stream?: (ctx: Ctx, input: z.output<I>) => Promise<Outgoing>
}

/** Any operation, as lists hold them. `never` input: it must be called through `runOperation`, which parses. */
export type AnyOperation = {
  name: string
  text: Text
  home?: 'county' | 'directory'
  can: Can<never>
  audit: AuditKind
  input: z.ZodType
  output: z.ZodType
  run: (ctx: Ctx, input: never) => Promise<unknown>
  stream?: (ctx: Ctx, input: never) => Promise<Outgoing>
}

/** Declares an operation. `can` and `audit` have no default: to forget one is not to compile. */
export function operation<const N extends string, I extends z.ZodType, O extends z.ZodType>(
  given: Operation<N, I, O>,
): Operation<N, I, O> {
  return given
}

/** The types of a list of operations, by name: `{ 'ledger.post': { input, output } }`. */
export type ApiOf<L extends readonly unknown[]> = {
  [P in L[number] as P extends { name: infer N extends string } ? N : never]: P extends Operation<
    string,
    infer I,
    infer O
  >
    ? { input: z.input<I>; output: z.output<O> }
    : never
}

/** The verb that an operation asks for with this input, or `public` / `signedIn`. */
export function verbOf(op: AnyOperation, input: unknown): string {
  return typeof op.can === 'function' ? op.can(input as never) : op.can
}

/** Throws unless the actor holds the operation's verb. */
export function requireVerb(op: AnyOperation, actor: Actor, input: unknown): void {
  const verb = verbOf(op, input)
  if (verb === 'public') return
  if (actor.accountId < 0) throw platformProblems.notSignedIn()
  if (verb !== 'signedIn' && !may(actor, verb)) throw platformProblems.notAllowed({ verb, text: op.text })
}

/** Reads an input; what does not fit is one Problem that names every place. */
export function parseInput(op: AnyOperation, input: unknown): never {
  const read = op.input.safeParse(input)
  if (read.success) return read.data as never
  throw formProblem(read.error)
}

/** The places that a zod error names, with the problem of each where a field kind threw one. */
export function formProblem(error: z.ZodError): Problem {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  return platformProblems.form({ issues })
}
