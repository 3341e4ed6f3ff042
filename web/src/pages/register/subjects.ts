// A record and those that point to it: decisions, accounts and cases of a person stand at their rows on lists.
import { useCall } from '../../api.ts'
import type { Meta, RegisterMeta } from '../../app/meta.ts'

export type Subject = { register: string; id: number }

/** The record itself first. Undefined until it is known what points to it. */
export function useSubjects({ register, id }: Subject): Subject[] | undefined {
  const record = useCall('register.get', { register, id })
  if (!record.data) return undefined
  const pointing = record.data.pointers.flatMap((one) =>
    one.rows.map((row) => ({ register: one.register, id: row.id })),
  )
  return [{ register, id }, ...pointing].slice(0, 20)
}

/** Whether rows of it are taken through a procedure one by one, or are what such a row stands for: the person on a list. */
export function isItem({ name }: RegisterMeta, { procedures, registers }: Meta): boolean {
  const items = procedures.map((one) => one.items.register)
  const standsFor = registers
    .filter((one) => items.includes(one.name))
    .flatMap(({ fields, identity }) => fields.filter((field) => identity.includes(field.name)))
    .map((field) => field.register)
  return items.includes(name) || standsFor.includes(name)
}
