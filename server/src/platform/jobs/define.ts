/** Long work as a declaration: what one chunk does. The runner, the rows, progress and recovery are the same for all. */
import type { Text } from '#kernel'
import type { Ctx } from '../context.ts'

/** `state` is handed to the next chunk, as JSON. `progress.total` 0 = not known yet. `text`: where it stands, for the job bar. */
export type ChunkResult<S> = { state: S; done: boolean; progress: { at: number; total: number }; text?: Text }

/** What a chunk has beside its own transaction. */
export type Hands = {
  /**
   * Work in a transaction of its own, on another connection, of the same actor; it commits when `work` resolves, before the
   * chunk does. A chunk that is repeated repeats it: done twice it must give what it gives once.
   */
  apart<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
}

export type JobDeclaration<I, S> = {
  kind: string
  text: Text
  /** Verb that the job's actor must hold at every chunk. */
  can: string
  /** One chunk in one transaction; `state` is undefined in the first. It must not do what cannot be rolled back. */
  chunk: (ctx: Ctx, input: I, state: S | undefined, hands: Hands) => Promise<ChunkResult<S>>
}

/** A job as the runner holds it. */
export type JobKind = {
  kind: string
  text: Text
  can: string
  chunk: (ctx: Ctx, input: never, state: never, hands: Hands) => Promise<ChunkResult<unknown>>
}

/** Declares a kind of job; start one with `ctx.enqueue({ kind, input, key })`. */
export function defineJob<I, S>(given: JobDeclaration<I, S>): JobKind {
  return given
}
