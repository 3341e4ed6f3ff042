/** Sources that are kept from chunk to chunk. A lost one (another process, a restart) reads the file again up to its place. */
import type { Place, RowSource, Slice } from './row-source.ts'

/** `guard`: what the reading depends on; a source of other words or of another day is none. */
type Kept = { source: RowSource; place: Place; guard: string; timer?: NodeJS.Timeout }

const kept = new Map<number, Kept>()
/** A source holds its file and its shared texts. */
const MOST_KEPT = 2
const IDLE_MS = 30_000

/** A source in somebody's hands: `next` reads on, `keep` puts it by for the next chunk, `close` ends it. */
export type Held = { next(): Promise<Slice | null>; keep(): void; close(): void }

type Wanted = { importId: number; place: Place; guard: string; open: () => Promise<RowSource> }

/** The source that stands at the place, or a new one. */
export async function holdSource({ importId, place, guard, open }: Wanted): Promise<Held> {
  const found = taken(importId)
  const fits = found?.guard === guard && found.place.sheet === place.sheet && found.place.at === place.at
  if (found && !fits) found.source.close()
  const held: Kept = found && fits ? found : { source: await open(), place, guard }
  return {
    next: async () => {
      const slice = await held.source.next()
      if (slice) held.place = slice.next
      return slice
    },
    keep: () => keep(importId, held),
    close: () => held.source.close(),
  }
}

/** Ends what is kept of an import. */
export function dropSource(importId: number): void {
  taken(importId)?.source.close()
}

function taken(importId: number): Kept | undefined {
  const found = kept.get(importId)
  clearTimeout(found?.timer)
  kept.delete(importId)
  return found
}

function keep(importId: number, held: Kept): void {
  dropSource(importId)
  const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : []
  if (oldest !== undefined) dropSource(oldest)
  held.timer = setTimeout(() => dropSource(importId), IDLE_MS).unref()
  kept.set(importId, held)
}
