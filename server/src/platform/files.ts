/** The archive: files by content. The same bytes are kept once; each upload is a row with its owner and area. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
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

/** A file of one's own, or a shared one within the actor's area and party; else `platform.notFound`. */
export async function readFile(tx: Tx, id: number): Promise<StoredFile & { bytes: Buffer }> {
  const found = await sql<StoredFile & { bytes: Buffer }>`
    select f.id, f.name, f.mime, f.sha256, f.size, c.bytes
    from file f join file_content c using (sha256) 
    where f.id = ${Number.isSafeInteger(id) ? id : 0} and (f.shared or f.account_id = current_setting('app.actor')::bigint)`.execute(
    tx,
  )
  const [file] = found.rows
  if (!file) throw platformProblems.notFound()
  return file
}

/** The last part of a name, without control characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last.replace(/[\u0000-\u001f]/g, '').slice(0, 200) || 'file'
}
