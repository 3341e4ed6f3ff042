/** Opening a case: the list of its persons is taken from the register, once. */
import { areaLevel, civil, t } from '#kernel'
import type { Ctx } from '#platform'
import { may, nextNumber } from '#platform'
import { OPEN } from './built-in.ts'
import { findOpenCase, insertAct, insertCase, insertItems, keepFold } from './case-store.ts'
import type { Procedure } from './define.ts'
import { procedureProblems } from './problems.ts'
import type { Room } from './room.ts'
import { procedureOf } from './room.ts'
import type { Act } from './state.ts'
import { opened } from './state.ts'
import { waitsAndDue } from './waits.ts'

export type OpenInput = { procedure: string; subjectId: number }

/** Opens a case for all persons listed under the subject. Returns its id and number. */
export async function openCase(
  room: Room,
  ctx: Ctx,
  input: OpenInput,
): Promise<{ caseId: number; number: string; items: number }> {
  const procedure = procedureOf(room, input.procedure)
  requireOpener(procedure, ctx)
  const subject = { register: procedure.subject, id: input.subjectId }
  const card = await room.ports.subject(ctx, subject)
  if (!card) throw procedureProblems.noSubject(subject)
  const running = await findOpenCase(ctx.tx, {
    procedure: procedure.id,
    register: subject.register,
    id: subject.id,
  })
  if (running) throw procedureProblems.alreadyOpen({ number: running.number, subject: card.title })
  const cards = await room.ports.items(ctx, { register: procedure.items.register, owner: subject })
  if (cards.length === 0) throw procedureProblems.emptyList({ subject: card.title })
  const number = await caseNumber(ctx)
  const caseId = await insertCase(ctx.tx, {
    area: card.area,
    number,
    procedure: procedure.id,
    subjectRegister: subject.register,
    subjectId: subject.id,
    title: card.title,
    state: procedure.start,
    version: 1,
    openedOn: ctx.today,
    endedOn: null,
  })
  const ids = await insertItems(ctx.tx, {
    caseId,
    state: procedure.itemStart,
    since: ctx.today,
    items: cards,
  })
  await keepOpening(room, ctx, { procedure, caseId, area: card.area, ids })
  ctx.note({
    subject: `case:${caseId}`,
    text: t(
      `立案 ${number}，${cards.length} ${procedure.items.counter.zh}`,
      `opened ${number}, ${cards.length} ${procedure.items.counter.en}`,
    ),
  })
  return { caseId, number, items: cards.length }
}

function requireOpener(procedure: Procedure, ctx: Ctx): void {
  const { by, level } = procedure.open
  if (may(ctx.actor, by) && areaLevel(ctx.actor.area) === level) return
  const text = t(
    `${procedure.label.zh}由村里立案，您可以看，不能立案。`,
    `"${procedure.label.en}" is opened by the village; you can look only.`,
  )
  throw procedureProblems.notYours({ action: t('立案', 'Open a case'), reasons: [text] })
}

/** 2025-办-0388. */
async function caseNumber(ctx: Ctx): Promise<string> {
  const { year } = civil(ctx.today)
  const n = await nextNumber(ctx.tx, `case:${year}`)
  return `${year}-办-${String(n).padStart(4, '0')}`
}

async function keepOpening(
  room: Room,
  ctx: Ctx,
  of: { procedure: Procedure; caseId: number; area: string; ids: number[] },
): Promise<void> {
  const { procedure, caseId, area, ids } = of
  const act: Act = { ...actHead(ctx), sequence: 1, action: OPEN, items: ids, form: {}, outcomes: {} }
  await insertAct(ctx.tx, { caseId, area }, act)
  const state = opened(procedure, act)
  await keepFold(ctx.tx, {
    caseId,
    state,
    ended: false,
    changed: [],
    ...waitsAndDue(room, procedure, state, ctx.today),
  })
}

/** Who acts and when, as every act keeps it. */
export function actHead(ctx: Ctx): Pick<Act, 'on' | 'at' | 'accountId' | 'actorName' | 'office'> {
  const { accountId, name, office } = ctx.actor
  return { on: ctx.today, at: ctx.now, accountId, actorName: name, office }
}
