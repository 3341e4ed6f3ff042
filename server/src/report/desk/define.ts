/** What a room tells the desk (工作台): things that wait for this person, and facts that need somebody. */
import type { Text } from '#kernel'
import type { Ctx } from '#platform'

/** One line of 我的待办; `verb` is what I may do, `to` the page where I do it. */
export type DeskTask = {
  key: string
  title: Text
  /** Which business it belongs to: the procedure, the batches. */
  business: Text
  /** Area code; null = the whole scope. */
  area: string | null
  /** How things stand, in one clause. */
  situation: Text
  verb: Text
  to: string
  due: string | null
  /** Negative = late; null = no limit. */
  daysLeft: number | null
}

/** A fact with its amount and one act. */
export type Alert = {
  key: string
  mark: 'late' | 'soon' | 'doubt'
  title: Text
  text: Text
  verb: Text
  to: string
}

/** Money that goes out next. */
export type Payment = {
  key: string
  title: Text
  count: number
  /** Yuan on the wire. */
  total: string
  state: Text
  mark: 'open' | 'doing' | 'done' | 'returned'
  to: string
}

/** The ports; a room answers with nothing where this person may not see. */
export type DeskSource = {
  tasks?: (ctx: Ctx) => Promise<DeskTask[]>
  alerts?: (ctx: Ctx) => Promise<Alert[]>
  payments?: (ctx: Ctx) => Promise<Payment[]>
}
