/** Proves the book: every voucher against its digest, every link against the one before it, every balance against its entries. */
import type { Ctx } from '#platform'
import { ledgerProblems } from '../problems.ts'
import { genesis, linkHash } from './canonical.ts'
import { type ChainReport, type Fault, faults } from './faults.ts'
import * as store from './store.ts'

const PAGE = 10_000

/** Verifies the whole county from the database. Needs the county's scope: a part of the book proves nothing. */
export async function verifyChain(ctx: Ctx): Promise<ChainReport> {
  if (ctx.actor.area !== ctx.actor.county)
    throw ledgerProblems.notFound({ what: 'chain', id: ctx.actor.area })
  const sizes = await store.readSizes(ctx.tx)
  const found = [
    ...(await store.changedVouchers(ctx.tx)).map(faults.changed),
    ...(await store.unlinkedVouchers(ctx.tx)).map(faults.unlinked),
    ...(await store.brokenRefs(ctx.tx)).map(({ kind, ref }) => faults.missing(kind, ref)),
    ...(await walkLinks(ctx, sizes)),
    ...(await store.wrongBalances(ctx.tx)).map(faults.balance),
    ...(await store.unequalBooks(ctx.tx)).map(faults.book),
    ...(await store.numberHoles(ctx.tx)).map(faults.hole),
  ]
  return { ok: found.length === 0, ...sizes, faults: found }
}

async function walkLinks(ctx: Ctx, head: { seq: number; head: string }): Promise<Fault[]> {
  const found: Fault[] = []
  let [seq, hash] = [0, genesis]
  for (;;) {
    const links = await store.readLinks(ctx.tx, { after: seq, limit: PAGE })
    for (const link of links) {
      if (link.seq !== seq + 1 || linkHash(link, hash) !== link.hash) found.push(faults.broken(link.seq))
      ;[seq, hash] = [link.seq, link.hash]
    }
    if (links.length < PAGE) break
  }
  if (seq !== head.seq || hash !== head.head) found.push(faults.head(seq))
  return found
}
