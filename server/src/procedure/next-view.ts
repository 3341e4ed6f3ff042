/** One next act as the page shows it: its form, its reasons, the people it would take. */

import type { z } from 'zod'
import { areaLevel } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { actionOf } from './define.ts'
import type { FormField } from './form.ts'
import type { Loaded } from './load.ts'
import type { NextAct } from './next.ts'
import type { fieldWire, nextWire } from './wire.ts'

export function nextView(
  ctx: Ctx,
  { procedure, state, around }: Loaded,
  one: NextAct,
): z.infer<typeof nextWire> {
  const action = actionOf(procedure, one.action)
  return {
    action: one.action,
    label: one.label,
    office: action.office,
    consequence: action.consequence,
    can: one.can,
    front: action.from.includes(state.state),
    mine: may(ctx.actor, action.by) && areaLevel(ctx.actor.area) === action.level,
    reasons: [...one.reasons],
    eligible: [...one.eligible],
    held: one.held.map((held) => ({
      item: held.item,
      name: around.name(held.item),
      reasons: [...held.reasons],
    })),
    take: action.items?.take ?? 'none',
    objection: action.objection,
    back: one.back,
    asksDeclaration: one.asksDeclaration && action.items !== undefined && !action.objection,
    form: Object.entries(action.form).map(([name, field]) => fieldView(ctx, name, field)),
  }
}

/** A field as the form draws it; the preset `today` becomes the day of the house's clock. */
export function fieldView(
  ctx: Pick<Ctx, 'today'>,
  name: string,
  field: FormField,
): z.infer<typeof fieldWire> {
  const { kind, label, required, help, group, least, preset } = field
  const options =
    field.options && Object.entries(field.options).map(([code, words]) => ({ code, label: words }))
  return {
    name,
    kind,
    label,
    required,
    help,
    group,
    least,
    options,
    preset: preset === 'today' ? ctx.today : preset,
  }
}
