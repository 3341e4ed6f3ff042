/** What identity numbers, credit codes, telephones and cards share: a checked text, masked for those who may not see it. */
import { z } from 'zod'
import type { Check } from '#kernel'
import { compareText, hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import type { Kind, Operator } from './kind.ts'

type Given = {
  name: string
  check: (text: string) => Check
  mask?: (value: string) => string
  width: number
  example?: string
  operators?: readonly Operator[]
}

/** A kind whose values are texts that a kernel check brings into their one form. */
export function checkedTextKind({
  name,
  check,
  mask,
  width,
  example,
  operators = ['eq', 'in', 'unknown', 'known'],
}: Given): Kind<string> {
  return {
    name,
    operators,
    checks: () => true,
    example,
    columns: () => [{ suffix: '', type: 'text' }],
    encode: (value) => [value],
    decode: ([cell]) => (cell as string | null) ?? null,
    schema: () => z.string().refine((text) => sameForm(check(text), text)),
    toWire: (value) => value,
    parse: (cell) =>
      readCell(cell, (text) => {
        const bare = text.replace(/^['`]/, '').replace(/\s/g, '') // an apostrophe keeps Excel from turning it into a number
        if (hasCoveredDigits(bare.slice(0, -1))) return unknownValue(text)
        const checked = check(bare)
        return checked.ok ? { ok: true, value: checked.value } : { ok: false, text: checked.text }
      }),
    format: (value) => value,
    compare: compareText,
    excel: () => ({ width, format: '@', number: false }),
    toCell: (value) => value,
    fact: () => null,
    mask,
  }
}

function sameForm(checked: Check, text: string): boolean {
  return checked.ok && checked.value === text
}
