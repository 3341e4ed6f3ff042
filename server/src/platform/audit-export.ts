/** The county's log as lines that prove themselves: body and hash of each record, then the head. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ChainState } from './audit-store.ts'
import type { Tx } from './db.ts'

type Line = { body: string; hash: string } | { head: string; count: number }

/** One JSON line a record, in order; the last line is the head. */
export async function exportAudit(tx: Tx): Promise<string[]> {
  const found = await sql<{ body: string; hash: string }>`
    select body, encode(hash, 'hex') as hash from audit_record order by seq`.execute(tx)
  const head = await sql<{ head: string; count: number }>`
    select encode(hash, 'hex') as head, seq as count from audit_head`.execute(tx)
  return [...found.rows, head.rows[0]].map((line) => JSON.stringify(line))
}

/** Proves an export without the database. A file without its head, or with lines after it, is broken at the end. */
export function verifyExport(text: string): ChainState {
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
  let link = createHash('sha256').update('xiangce audit').digest()
  let count = 0
  for (const line of lines) {
    if ('head' in line) return atHead(line, { link, count, last: lines.at(-1) === line })
    link = createHash('sha256').update(link).update(line.body, 'utf8').digest()
    const seq = (JSON.parse(line.body) as { seq: number }).seq
    if (seq !== ++count) return { count, head: link.toString('hex'), broken: { seq: count, why: 'missing' } }
    if (link.toString('hex') !== line.hash)
      return { count, head: link.toString('hex'), broken: { seq: count, why: 'hash' } }
  }
  return { count, head: link.toString('hex'), broken: { seq: count, why: 'head' } }
}

function atHead(
  line: { head: string; count: number },
  at: { link: Buffer; count: number; last: boolean },
): ChainState {
  const head = at.link.toString('hex')
  const holds = line.head === head && line.count === at.count && at.last
  return { count: at.count, head, broken: holds ? null : { seq: at.count, why: 'head' } }
}
