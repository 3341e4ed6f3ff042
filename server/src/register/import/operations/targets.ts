/** What a column of a sheet may mean, with the words for it. */
import { t } from '#kernel'
import type { Importer } from '../importer.ts'

export function targetsOf(importer: Importer, name: string) {
  const register = importer.registry.get(name)
  const owner =
    register.owner === undefined
      ? []
      : [{ target: ':owner', label: importer.registry.get(register.owner).label, required: true }]
  const span =
    register.shape === 'dated'
      ? [
          { target: ':validFrom', label: t('起日', 'From'), required: true },
          { target: ':validTo', label: t('止日', 'To'), required: false },
        ]
      : []
  const fields = Object.entries(register.fields).map(([target, { label, required, default: standard }]) => ({
    target,
    label,
    required: required && standard === undefined,
  }))
  return [...owner, ...span, ...fields]
}
