// A record and those that point to it: decisions, accounts and cases of a person stand at their rows on lists.
import { useCall } from '../../api.ts'

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
