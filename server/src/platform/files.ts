/** The archive: files by content. The same bytes are kept once; each upload is a row with its owner and area. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { invariant } from '#kernel'
import type { Tx } from './db.ts'
import { platformProblems } from './problems.ts'

export type StoredFile = { id: number; name: string; mime: string; sha256: string; size: number }

/**
 * Keeps a file in the area, and for the party, of the transaction's actor, who alone may read it until `shareFile`. `name` is only shown, never a path.
 * Returns its number and the SHA-256 of its bytes (hex).
 */
export async function saveFile(
  tx: Tx,
  given: { name: string; mime: string; bytes: Buffer | Uint8Array },
): Promise<StoredFile> {
  const { name, mime, bytes } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await sql`insert into file_content (sha256, bytes, size) values (${sha256}, ${bytes}, ${bytes.length})
    on conflict do nothing`.execute(tx)
  const made = await sql<{ id: number }>`
    insert into file (area, party_id, name, mime, sha256, size, account_id, at)
    values (current_setting('app.area'), nullif(current_setting('app.party', true), ''), ${shownName(name)}, ${mime},
      ${sha256}, ${bytes.length}, current_setting('app.actor')::bigint, clock_now())
    returning id`.execute(tx)
  return { id: (made.rows[0] as { id: number }).id, name: shownName(name), mime, sha256, size: bytes.length }
}

/** Lets everybody in the area (and party) read a file: call it when the file becomes part of a record, as an attachment does. */
export async function shareFile(tx: Tx, id: number): Promise<void> {
  const shared =
    await sql`update file set shared = true where id = ${id} and (shared or account_id = current_setting('app.actor')::bigint)`.execute(
      tx,
    )
  if (shared.numAffectedRows !== 1n) throw platformProblems.notFound()
}

/** Bytes of one answer of the database, where they arrive as text of twice the length. */
const PIECE = 4 * 1024 * 1024

/** A file of one's own, or a shared one within the actor's area and party; else `platform.notFound`. */
export async function readFile(tx: Tx, id: number): Promise<StoredFile & { bytes: Buffer }> {
  const found = await sql<StoredFile & { bytes: Buffer }>`
    select f.id, f.name, f.mime, f.sha256, f.size, substring(c.bytes from 1 for ${PIECE}) as bytes
    from file f join file_content c using (sha256) 
    where f.id = ${Number.isSafeInteger(id) ? id : 0} and (f.shared or f.account_id = current_setting('app.actor')::bigint)`.execute(
    tx,
  )
  const [file] = found.rows
  if (!file) throw platformProblems.notFound()
  return file.bytes.length >= file.size ? file : { ...file, bytes: await allOf(tx, file) }
}

/** A large file piece by piece, so that it is in memory once and not three times. */
async function allOf(
  tx: Tx,
  { sha256, size, bytes: first }: StoredFile & { bytes: Buffer },
): Promise<Buffer> {
  const all = Buffer.allocUnsafe(size)
  let at = first.copy(all)
  while (at < size) {
    const found = await sql<{ piece: Buffer }>`
      select substring(bytes from ${at + 1}::int for ${PIECE}) as piece from file_content where sha256 = ${sha256}`.execute(
      tx,
    )
    const piece = found.rows[0]?.piece
    invariant(piece && piece.length > 0, 'the content of a file has the length that its row says')
    at += piece.copy(all, at)
  }
  return all
}

/** The last part of a name, without control characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last.replace(/[\u0000-\u001f]/g, '').slice(0, 200) || 'file'
}
