/** What lists can be compared, for who sees the registers that they are laid beside. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import type { VerifyRoom } from '../../run.ts'
import { kindsOf } from '../room.ts'
import { text } from '../show.ts'
import { canCompare } from '../sides.ts'

export function kindsDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.kinds',
    text: t('查看能比的名单', 'List the kinds of comparison'),
    can: 'verify.read',
    audit: 'none',
    input: z.object({}),
    output: z.object({
      kinds: z.array(
        z.object({
          id: z.string(),
          label: text,
          note: text,
          register: z.string(),
          registerLabel: text,
          /** Declared for a purpose, or any list of the register. */
          plain: z.boolean(),
          columns: z.array(z.object({ name: z.string(), label: text })),
          keys: z.array(z.array(text)),
          finds: z.array(z.object({ id: z.string(), label: text })),
          adopts: z.array(text),
        }),
      ),
    }),
    run: async (ctx) => ({
      kinds: kindsOf(room)
        .filter((kind) => canCompare(ctx, room.registry, kind))
        .map((kind) => ({
          id: kind.id,
          label: kind.label,
          note: kind.note,
          register: kind.register,
          registerLabel: room.registry.get(kind.register).label,
          plain: kind.id.startsWith('plain.'),
          columns: Object.entries(kind.fields).map(([name, { label }]) => ({ name, label })),
          keys: kind.keys.map((key) => key.map(({ list }) => kind.fields[list]?.label ?? t(list, list))),
          finds: (kind.finds ?? []).map(({ id, label }) => ({ id, label })),
          adopts: (kind.adopts ?? []).map(({ list }) => kind.fields[list]?.label ?? t(list, list)),
        })),
    }),
  })
}
