// A value in the story of a record, as its kind shows it; unknown and hidden ones say so.
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import type { Kinds } from '../../parts/kind.ts'
import { fieldNamed } from './use-register.ts'

type SideProps = { register: RegisterMeta; change: { field: string; masked: boolean }; value: unknown }

export function Side({ register, change, value }: SideProps) {
  const say = useText()
  const field = fieldNamed(register, change.field)
  if (value === null || value === undefined)
    return <>{say(change.masked ? t('按权限不显示', 'hidden') : t('不详', 'unknown'))}</>
  if (field?.kind === 'reference' && !change.masked)
    return <>{say(t(`编号 ${String(value)}`, `number ${String(value)}`))}</>
  const all: Kinds = kinds
  const Cell = field ? all[field.kind]?.Cell : undefined
  return Cell && field && !change.masked ? <Cell field={field} value={value} /> : <span>{String(value)}</span>
}
