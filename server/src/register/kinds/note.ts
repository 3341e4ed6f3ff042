/** Longer free text that keeps its line breaks. */
import { z } from 'zod'
import { foldWidth, t } from '#kernel'
import { cellText, unknownValue } from './cell.ts'
import type { Field, FieldOptions, Kind, RequiredOf } from './kind.ts'
import { textKind } from './text.ts'

const longest = 4000

export const noteKind: Kind<string> = {
  ...textKind,
  name: 'note',
  operators: ['contains', 'unknown', 'known'],
  schema: () => z.string().min(1).max(longest),
  parse: (cell) => {
    const given = typeof cell === 'string' ? foldWidth(cell).trim() : cellText(cell)
    if (given === '') return unknownValue()
    if (given.length <= longest) return { ok: true, value: given }
    return {
      ok: false,
      text: t(
        `最多填 ${longest} 个字。请写短一些，或作为附件上传。`,
        `At most ${longest} characters. Shorten it or attach a file.`,
      ),
    }
  },
  excel: () => ({ width: 36, format: '@', number: false }),
  fact: () => null,
}

export function note<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: noteKind }
}
