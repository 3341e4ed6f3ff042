// What one record of the log holds, as the server gives it.
import type { Text } from '../../app/text.tsx'

export type LogChange = { field: string; before?: unknown; after?: unknown }
export type LogNote = { subject?: string; text?: Text; changed?: LogChange[] }

/** Counters and keys that say nothing to a reader. */
const technical = new Set(['sequence', 'version', 'sha256', 'columns'])

/** The notes of a record; empty ones and technical fields are left out. */
export function notesOf(notes: unknown): LogNote[] {
  const inner = Array.isArray(notes) ? notes : (notes as { notes?: unknown } | null)?.notes
  if (!Array.isArray(inner)) return []
  return (inner as LogNote[])
    .map((note) => ({ ...note, changed: note.changed?.filter(says) }))
    .filter((note) => note.text || (note.changed?.length ?? 0) > 0)
}

/** A case's old records name the state that it left, not the one that it reached: that is in the sentence. */
function says({ field, before, after }: LogChange): boolean {
  if (technical.has(field)) return false
  if (field === 'state' && after === null) return false
  return !(isEmpty(before) && isEmpty(after) && before !== after)
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  )
}
