// A labelled field of the ledger's small forms.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type Text, useText } from '../../app/text.tsx'

export function FieldLine({ label, wide, children }: { label: Text; wide?: boolean; children: ReactNode }) {
  const say = useText()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={wide ? 'wide' : undefined}>
      {say(label)}
      {children}
    </label>
  )
}

type WordsProps = {
  label: Text
  value: string
  onChange: (value: string) => void
  wide?: boolean
  hint?: Text
  money?: boolean
}

/** A text field; `money` takes yuan, thousands allowed. */
export function WordsLine({ label, value, onChange, wide, hint, money }: WordsProps) {
  const say = useText()
  return (
    <FieldLine label={label} wide={wide}>
      <Input
        aria-label={say(label)}
        value={value}
        placeholder={hint && say(hint)}
        inputMode={money ? 'decimal' : undefined}
        suffix={money ? say({ zh: '元', en: 'yuan' }) : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldLine>
  )
}

/** `2,500,000` as the wire takes it: `2500000.00`; undefined while it is no amount. */
export function wireYuan(typed: string): string | undefined {
  const plain = typed.replace(/[,，\s]/g, '')
  if (!/^\d{1,13}(\.\d{1,2})?$/.test(plain)) return undefined
  const [whole = '0', part = ''] = plain.split('.')
  return `${whole.replace(/^0+(?=\d)/, '')}.${part.padEnd(2, '0')}`
}
