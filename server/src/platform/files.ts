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
  await (bytes.length <= LARGE ? saveContent(tx, { sha256, bytes }) : saveLarge(tx, { sha256, bytes }))
  const made = await sql<{ id: number }>`
    insert into file (area, party_id, name, mime, sha256, size, account_id, at)
    values (current_setting('app.area'), nullif(current_setting('app.party', true), ''), ${shownName(name)}, ${mime},
      ${sha256}, ${bytes.length}, current_setting('app.actor')::bigint, clock_now())
    returning id`.execute(tx)
  return { id: (made.rows[0] as { id: number }).id, name: shownName(name), mime, sha256, size: bytes.length }
}

type Content = { sha256: string; bytes: Buffer | Uint8Array }

async function saveContent(tx: Tx, { sha256, bytes }: Content): Promise<void> {
  await sql`insert into file_content (sha256, bytes, size) values (${sha256}, ${bytes}, ${bytes.length})
    on conflict do nothing`.execute(tx)
}

/** Bytes of one statement: the driver lays what it sends out once more. */
const LARGE = 4 * 1024 * 1024

/** Piece by piece, so that a hundred megabytes are in memory once and not twice. */
async function saveLarge(tx: Tx, { sha256, bytes }: Content): Promise<void> {
  const known = await sql`select from file_content where sha256 = ${sha256}`.execute(tx)
  if (known.rows.length > 0) return
  await sql`create temp table file_piece (at int, bytes bytea) on commit drop`.execute(tx)
  await sql`alter table file_piece alter bytes set storage external`.execute(tx)
  for (let at = 0; at < bytes.length; at += LARGE)
    await sql`insert into file_piece values (${at}, ${bytes.subarray(at, at + LARGE)})`.execute(tx)
  await sql`insert into file_content (sha256, bytes, size)
    select ${sha256}, string_agg(bytes, '' order by at), ${bytes.length} from file_piece on conflict do nothing`.execute(
    tx,
  )
  await sql`drop table file_piece`.execute(tx)
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
const PIECE = 1024 * 1024

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

/** Its length in bytes; null where there is no such file in sight. */
export async function fileSize(tx: Tx, id: number): Promise<number | null> {
  const found = await sql<{ size: number }>`select size from file where id = ${id}`.execute(tx)
  return found.rows[0]?.size ?? null
}

/** A large file piece by piece, so that it is in memory once and not three times. */
async function allOf(
  tx: Tx,
  { sha256, size, bytes: first }: StoredFile & { bytes: Buffer },
): Promise<Buffer> {
  const all = Buffer.allocUnsafe(size)
  const ask = (from: number) =>
    sql<{ piece: Buffer }>`
      select substring(bytes from ${from + 1}::int for ${PIECE}) as piece from file_content where sha256 = ${sha256}`.execute(
      tx,
    )
  let at = first.copy(all)
  for (let coming = ask(at); at < size; ) {
    const piece = (await coming).rows[0]?.piece
    invariant(piece && piece.length > 0, 'the content of a file has the length that its row says')
    if (at + piece.length < size) coming = ask(at + piece.length) // it is on its way while this one is laid down
    at += piece.copy(all, at)
    release(piece)
  }
  return all
}

/**
 * Gives the memory of bytes back at once, where nobody shares it: the collector sees a small object, and lets a hundred
 * megabytes stand. Nobody may read them any more.
 */
export function release({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

/** The last part of a name, without control characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last.replace(/[\u0000-\u001f]/g, '').slice(0, 200) || 'file'
}
