/** The room's tables as Kysely sees them; jsonb comes back as values and is written as text. */

import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Day } from '#kernel'
import type { FormValues } from './form.ts'
import type { ItemValues } from './state.ts'

type Json<T extends object> = JSONColumnType<T, string, string>

export type CaseTable = {
  id: Generated<number>
  area: string
  number: string
  procedure: string
  subjectRegister: string
  subjectId: number
  title: string
  state: string
  version: number
  openedOn: Day
  endedOn: Day | null
  waits: string[]
  due: Day | null
}

export type ItemTable = {
  id: Generated<number>
  area: string
  caseId: number
  rowId: number
  name: string
  groupName: string
  suffix: string
  state: string
  since: Day
  batch: number | null
  objected: Generated<boolean>
  values: Json<ItemValues>
}

export type ActionTable = {
  id: Generated<number>
  area: string
  caseId: number
  sequence: number
  action: string
  onDay: Day
  at: string
  accountId: number
  actorName: string
  office: string
  items: number[]
  form: Json<FormValues>
  outcomes: Json<Record<string, ItemValues>>
}

export type FileTable = {
  id: Generated<number>
  area: string
  caseId: number
  sequence: number
  field: string
  fileId: number
}

export type CategoryLine = { code: string; name: string; rule: string; count: number }
export type NoticeResult = { approved?: number; removed?: number; waiting?: number }

export type PublicationTable = {
  id: string
  area: string
  caseId: number
  sequence: number
  number: string
  title: string
  place: string
  purpose: string
  postedOn: Day
  until: Day
  days: number
  seal: string
  telephone: string
  hours: string
  categories: Json<CategoryLine[]>
  clause: string
  rowCount: number
  answerDays: Generated<number>
  answerCount: Generated<'calendar' | 'working'>
  withdrawnOn: Day | null
  result: ColumnType<NoticeResult, string | undefined, string>
}

export type PublicationRowTable = {
  publicationId: string
  rowNo: number
  area: string
  itemId: number
  name: string
  groupName: string
  suffix: string
  category: string
  amount: number | null
}

export type InboxTable = {
  id: Generated<number>
  area: string
  publicationId: string
  serial: number
  rowNo: number | null
  text: string
  name: string | null
  phone: string | null
  receivedOn: Day
  receivedAt: string
  sender: string
}

export type ObjectionTable = {
  id: Generated<number>
  area: string
  caseId: number
  sequence: number
  itemId: number | null
  inboxId: number | null
  text: string
  takenOn: Day
  due: Day
  outcome: string | null
  answer: string | null
  answeredOn: Day | null
  answeredBy: string | null
}

export type ProcedureTables = {
  procCase: CaseTable
  procItem: ItemTable
  procAction: ActionTable
  procFile: FileTable
  publication: PublicationTable
  publicationRow: PublicationRowTable
  objectionInbox: InboxTable
  objection: ObjectionTable
}
