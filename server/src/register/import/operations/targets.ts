/** What a column of a sheet may mean, with the words for it. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Register } from '../../define.ts'
import type { Importer } from '../importer.ts'
import { readTarget } from '../mapping/target.ts'

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

const words: Record<string, Text> = {
  note: t('附注', 'remark'),
  ignore: t('不导', 'left out'),
  owner: t('归谁', 'owner'),
  validFrom: t('起日', 'from'),
  validTo: t('止日', 'to'),
  on: t('导入这张', 'sheet taken'),
  off: t('不导这张', 'sheet left out'),
}

/** What a target is called. */
export function labelOf({ fields }: Register, target: string): Text {
  return fields[target]?.label ?? words[target.slice(1)] ?? t(target, target)
}

/** Whether a column may mean this. */
export function isTarget({ fields }: Register, target: string): boolean {
  const read = readTarget(target)
  return read.kind === 'field' ? read.field in fields : read.kind !== 'note' || target === ':note'
}
