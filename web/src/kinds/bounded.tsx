// A quantity that may be a bound: 1,500 以上. The qualifier is never lost.
import { type Text, t, useText } from '../app/text.tsx'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'
import { thousands } from './count.tsx'
import { TextInput } from './text.tsx'

type Bounded = { qualifier: string; value: string }

/** Pure: the value in words. */
export function boundedText({ qualifier, value }: Bounded): Text {
  const n = thousands(value)
  const words: Record<string, Text> = {
    '=': t(n, n),
    '>=': t(`${n}以上`, `at least ${n}`),
    '<=': t(`${n}以下`, `at most ${n}`),
    '~': t(`约${n}`, `about ${n}`),
    '~<': t(`近${n}`, `nearly ${n}`),
    '<': t(`不足${n}`, `less than ${n}`),
    '>': t(`超过${n}`, `more than ${n}`),
  }
  return words[qualifier] ?? t(n, n)
}

function isBounded(value: unknown): value is Bounded {
  return typeof value === 'object' && value !== null && 'qualifier' in value && 'value' in value
}

function BoundedCell({ value }: CellProps) {
  const say = useText()
  return <>{isBounded(value) ? say(boundedText(value)) : String(value)}</>
}

function BoundedInput(props: InputProps) {
  const { value } = props
  return <TextInput {...props} value={isBounded(value) ? boundedText(value).zh.replaceAll(',', '') : value} />
}

export const bounded: KindParts = { Cell: BoundedCell, Input: BoundedInput, number: true }
