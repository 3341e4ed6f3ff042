/** Opens the transaction of one actor: settings first, then the work, and the fences do the rest. */

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { invariant } from '#kernel'
import type { Actor } from './actor.ts'
import { clock } from './clock.ts'
import { translate } from './constraints.ts'
import type { Database, Tx } from './db.ts'

/** Register groups that everybody may use: a form needs its attachments. */
const OPEN_GROUPS = ['file']

/**
 * Runs `work` in one transaction of the actor's county, area and register groups; commits when it resolves.
 * What PostgreSQL refuses, at commit too, is thrown as a Problem. Only platform and tests open transactions.
 */
export async function withScope<T>(
  db: Pick<Database, 'app'>,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return opened(db, sql`select public.set_scope(${JSON.stringify(settingsOf(actor))}::jsonb)`, work)
}

/** A transaction on the directory: accounts, sessions, counties. No county's fence opens in it. */
export async function withDirectory<T>(
  db: Pick<Database, 'app'>,
  actor: { accountId: number },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return opened(db, sql`select public.set_directory_scope(${String(actor.accountId)})`, work)
}

/** A transaction of the public door: role `public_reader`, which reads and inserts only what a migration granted it. */
export async function withPublicDoor<T>(
  db: Pick<Database, 'app'>,
  county: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return opened(
    db,
    sql`select public.set_scope(${JSON.stringify({ county, now: clock.now() })}::jsonb)`,
    async (tx) => {
      await sql`set local role public_reader`.execute(tx)
      return work(tx)
    },
  )
}

async function opened<T>(
  db: Pick<Database, 'app'>,
  scope: RawBuilder<unknown>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await db.app.transaction().execute(async (tx) => {
      await scope.execute(tx)
      return work(tx)
    })
  } catch (thrown) {
    throw translate(thrown)
  }
}

/** What `set_scope` gets. Who writes a group also reads it, since an UPDATE must see its row. */
function settingsOf(actor: Actor): Record<string, string> {
  return {
    county: actor.county,
    area: actor.area,
    actor: String(actor.accountId),
    party: actor.party ?? '',
    reads: groups([...actor.reads, ...actor.writes]),
    writes: groups(actor.writes),
    now: clock.now(),
  }
}

/** `['person', 'household']` -> `,file,person,household,`; `*` -> `,*,`. */
function groups(names: readonly string[]): string {
  // The fence looks for `,name,`: a comma in a name would open a second group.
  for (const name of names)
    invariant(/^(\*|[A-Za-z][A-Za-z0-9_-]*)$/.test(name), `"${name}" is no name of a register group`)
  if (names.includes('*')) return ',*,'
  return `,${[...new Set([...OPEN_GROUPS, ...names])].join(',')},`
}

/** The next number of a series, from a counter row that stays locked until commit: 1, 2, … without a gap. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const taken = await sql<{ last: number }>`
    insert into counter (series, last) values (${series}, 1)
    on conflict (series) do update set last = counter.last + 1 returning last`.execute(tx)
  return (taken.rows[0] as { last: number }).last
}
