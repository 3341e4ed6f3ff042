// The declaration of a register, as this person may see it.
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'

/** Undefined where there is no such register, or this person may not read it. */
export function useRegister(name: string): RegisterMeta | undefined {
  const { meta } = useSession()
  return meta.registers.find((register) => register.name === name)
}

const day = {
  kind: 'day',
  operators: ['eq', 'lt', 'le', 'gt', 'ge', 'laterOrNone', 'byOrNone', 'known', 'unknown'],
}
export const validFrom: FieldMeta = { name: 'validFrom', label: t('起日', 'From'), required: true, ...day }
export const validTo: FieldMeta = {
  name: 'validTo',
  label: t('止日', 'To'),
  help: t('不再算的第一天。还在继续就空着。', 'The first day that no longer counts; empty while it goes on.'),
  ...day,
}

/** The declared fields, and the span of dated rows before them. */
export function fieldsOf(register: RegisterMeta): readonly FieldMeta[] {
  return register.shape === 'dated' ? [validFrom, validTo, ...register.fields] : register.fields
}

export function fieldNamed(register: RegisterMeta, name: string): FieldMeta | undefined {
  return fieldsOf(register).find((field) => field.name === name) ?? inherited(register, name)
}

/** What rows of an owner have from it: the owner itself, and its area. */
function inherited(register: RegisterMeta, name: string): FieldMeta | undefined {
  if (register.owner === null) return undefined
  if (name === 'area') return { name, kind: 'area', label: t('村组', 'Area'), operators: ['within', 'eq'] }
  if (name === 'ownerId')
    return { name, kind: 'reference', label: t('所属', 'Of'), register: register.owner, operators: ['eq'] }
  return undefined
}
