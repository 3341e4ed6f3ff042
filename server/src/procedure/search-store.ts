/** SQL of the search box: cases by number, title or a person in them; notices by number. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'

export type CaseHit = { id: number; number: string; title: string; procedure: string; state: string }

/** The newest first. A person's whole name finds the cases that he is in. */
export async function searchCases(tx: Tx, text: string, limit: number): Promise<CaseHit[]> {
  const like = likeOf(text)
  const { rows } = await sql<CaseHit>`
    select id, number, title, procedure, state from proc_case c
    where number like ${like} or title like ${like}
      or id in (select case_id from proc_item where name = ${text})
    order by id desc limit ${limit}`.execute(tx)
  return rows
}

export async function namedCases(tx: Tx, ids: readonly number[]): Promise<CaseHit[]> {
  const { rows } = await sql<CaseHit>`
    select id, number, title, procedure, state from proc_case where id = any(${[...ids]}::bigint[])`.execute(
    tx,
  )
  return rows
}

export type NoticeHit = { id: string; number: string; title: string; caseId: number; until: Day }

export async function searchNotices(tx: Tx, text: string, limit: number): Promise<NoticeHit[]> {
  const { rows } = await sql<NoticeHit>`
    select id, number, title, case_id, until from publication where number like ${likeOf(text)}
    order by posted_on desc limit ${limit}`.execute(tx)
  return rows
}

function likeOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (x) => `\\${x}`)}%`
}
