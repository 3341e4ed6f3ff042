/** The shapes that leave the room, as zod schemas: what they do not name does not get out. */
import { z } from 'zod'

export const textWire = z.object({ zh: z.string(), en: z.string() })
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const fieldWire = z.object({
  name: z.string(),
  kind: z.string(),
  label: textWire,
  required: z.boolean(),
  help: textWire.optional(),
  group: textWire.optional(),
  options: z.array(z.object({ code: z.string(), label: textWire })).optional(),
  least: z.number().optional(),
  preset: value.optional(),
})

export const reasonWire = z.object({ kind: z.enum(['who', 'wait', 'held']), text: textWire })

export const heldWire = z.object({ item: z.number(), name: z.string(), reasons: z.array(textWire) })

export const nextWire = z.object({
  action: z.string(),
  label: textWire,
  office: textWire,
  consequence: textWire.optional(),
  can: z.boolean(),
  /** It is the step at which the case itself stands, not one for people left behind. */
  front: z.boolean(),
  /** The actor holds the verb and acts at the right level, whatever else hinders. */
  mine: z.boolean(),
  reasons: z.array(reasonWire),
  eligible: z.array(z.number()),
  held: z.array(heldWire),
  take: z.enum(['all', 'eligible', 'chosen', 'none']),
  objection: z.enum(['take', 'answer']).optional(),
  back: z.boolean(),
  asksDeclaration: z.boolean(),
  form: z.array(fieldWire),
})

export const clockWire = z.object({
  id: z.string(),
  label: textWire,
  start: z.string(),
  due: z.string(),
  days: z.number(),
  count: z.enum(['calendar', 'working']),
  status: z.enum(['running', 'stopped']),
  left: z.number(),
})

export const itemWire = z.object({
  id: z.number(),
  rowId: z.number(),
  name: z.string(),
  groupName: z.string(),
  state: z.string(),
  label: textWire,
  mark: z.string(),
  since: z.string(),
  batch: z.number().nullable(),
  objected: z.boolean(),
  /** Words of the decided category; null before the decision. */
  category: textWire.nullable(),
  /** Yuan. */
  amount: z.string().nullable(),
  decisionId: z.number().nullable(),
})

export const historyWire = z.object({
  sequence: z.number(),
  action: z.string(),
  label: textWire,
  on: z.string(),
  at: z.string(),
  actorName: z.string(),
  office: z.string(),
  items: z.number(),
  /** Taken back by its own actor. */
  undone: z.boolean(),
  /** Days of the limit and days used of it, if the act had one. */
  limit: z
    .object({ days: z.number(), count: z.enum(['calendar', 'working']), used: z.number(), late: z.boolean() })
    .nullable(),
  form: z.array(
    z.object({ name: z.string(), kind: z.string(), label: textWire, value, words: textWire.optional() }),
  ),
})

export const objectionWire = z.object({
  sequence: z.number(),
  caseId: z.number(),
  caseNumber: z.string(),
  itemId: z.number().nullable(),
  itemName: z.string().nullable(),
  text: z.string(),
  by: z.string().nullable(),
  phone: z.string().nullable(),
  serial: z.number().nullable(),
  receivedAt: z.string().nullable(),
  takenOn: z.string(),
  due: z.string(),
  outcome: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
})

export const waitingWire = z.object({
  inboxId: z.number(),
  caseId: z.number(),
  noticeNumber: z.string(),
  serial: z.number(),
  text: z.string(),
  by: z.string().nullable(),
  phone: z.string().nullable(),
  receivedOn: z.string(),
  receivedAt: z.string(),
  itemId: z.number().nullable(),
})

export const noticeWire = z.object({
  id: z.string(),
  caseId: z.number(),
  number: z.string(),
  title: z.string(),
  place: z.string(),
  postedOn: z.string(),
  until: z.string(),
  days: z.number(),
  rowCount: z.number(),
  withdrawnOn: z.string().nullable(),
  /** Days to the last one; 0 today; negative when over. */
  left: z.number(),
  path: z.string(),
})

export const stepWire = z.object({
  state: z.string(),
  label: textWire,
  status: z.enum(['done', 'now', 'todo']),
  on: z.string().nullable(),
})

export const caseHeadWire = z.object({
  id: z.number(),
  number: z.string(),
  procedure: z.string(),
  label: textWire,
  title: z.string(),
  area: z.string(),
  state: z.string(),
  stateLabel: textWire,
  openedOn: z.string(),
  endedOn: z.string().nullable(),
  due: z.string().nullable(),
  items: z.number(),
})

export const caseWire = caseHeadWire.extend({
  purpose: textWire,
  counter: textWire,
  subject: z.object({ register: z.string(), id: z.number() }),
  version: z.number(),
  steps: z.array(stepWire),
  next: z.array(nextWire),
  clocks: z.array(clockWire),
  itemRows: z.array(itemWire),
  history: z.array(historyWire),
  acted: z.array(
    z.object({
      action: z.string(),
      label: textWire,
      actorName: z.string(),
      office: z.string(),
      on: z.string(),
      you: z.boolean(),
    }),
  ),
  objections: z.array(objectionWire),
  waiting: z.array(waitingWire),
  notices: z.array(noticeWire),
  /** Items that the actor declared as near relatives; null before he has declared. */
  relatives: z.array(z.number()).nullable(),
  /** The act that this actor may still take back. */
  undo: z.object({ sequence: z.number(), label: textWire }).nullable(),
  totals: z.object({ amount: z.string(), counted: z.number() }),
})

export type CaseWire = z.infer<typeof caseWire>
