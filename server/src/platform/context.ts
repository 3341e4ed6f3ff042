/** What an operation gets: the transaction, who acts, the clock, and two pens: the log and the job list. */
import type { Day, Locale, Text } from '#kernel'
import type { Actor } from './actor.ts'
import { clock } from './clock.ts'
import type { Database, Tx } from './db.ts'
import { enqueueJob, type NewJob } from './jobs/store.ts'
import { withScope } from './scope.ts'

/** What an operation tells the log about itself. `before` and `after` are the whole values; the log keeps what differs. */
export type Note = { subject?: string; before?: unknown; after?: unknown; text?: Text }

export type Ctx = {
  tx: Tx
  actor: Actor
  today: Day
  now: string
  locale: Locale
  /** Adds to this operation's record in the log; several notes make a list. */
  note(detail: Note): void
  /** Starts long work when this transaction commits; returns the job's number. The same kind and key again returns the same job. */
  enqueue(job: NewJob): Promise<number>
}

/** A context over an open transaction, and the notes that the work leaves. */
export function contextOf(tx: Tx, actor: Actor, locale: Locale = 'zh'): { ctx: Ctx; notes: Note[] } {
  const notes: Note[] = []
  const ctx: Ctx = {
    tx,
    actor,
    today: clock.today(),
    now: clock.now(),
    locale,
    note: (detail) => void notes.push(detail),
    enqueue: (job) => enqueueJob(tx, actor, job),
  }
  return { ctx, notes }
}

/** Runs work in a scope of its own outside any operation: tests, demo, command line. Nothing is written to the log. */
export function withContext<T>(
  db: Pick<Database, 'app'>,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return withScope(db, actor, (tx) => work(contextOf(tx, actor).ctx))
}
