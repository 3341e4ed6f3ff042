/** A person's or a body's name: no blanks between Chinese characters (王 伟 = 王伟), the middle dot of minority names kept. */
import { z } from 'zod'
import { t } from '#kernel'
import { readCell } from './cell.ts'
import type { Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'
import { textKind } from './text.ts'

const longest = 60

export const nameKind: Kind<string> = {
  ...textKind,
  name: 'name',
  example: '周桂枝',
  operators: ['eq', 'contains', 'starts', 'in', 'unknown', 'known'],
  schema: () => z.string().min(1).max(longest),
  parse: (cell) => readCell(cell, parseName),
  excel: () => ({ width: 12, format: '@', number: false }),
}

function parseName(text: string): Parsed<string> {
  const name = text
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/[•・‧∙.](?=\p{Script=Han})/gu, '·')
  if ([...name].length > longest)
    return {
      ok: false,
      text: t(
        `名称最多 ${longest} 个字。请核对这一格是不是填串了列。`,
        `A name has at most ${longest} characters. Is this cell in the wrong column?`,
      ),
    }
  if (/^[\d\s.,-]+$/.test(name))
    return {
      ok: false,
      text: t(
        `名称“${name}”只有数字。请核对这一格是不是填串了列。`,
        `The name "${name}" is digits only. Is this cell in the wrong column?`,
      ),
    }
  return { ok: true, value: name }
}

export function name<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: nameKind }
}
