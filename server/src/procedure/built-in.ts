/** The acts that every case knows beside the declared ones, which may not take their names. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Procedure } from './define.ts'

export const OPEN = 'open'
export const DECLARE = 'declare'
export const UNDO = 'undo'

const labels: Readonly<Record<string, Text>> = {
  [OPEN]: t('立案', 'Opened'),
  [DECLARE]: t('申报亲属', 'Declared relatives'),
  [UNDO]: t('撤回', 'Took back'),
}

export function actLabel(procedure: Pick<Procedure, 'actions'>, action: string): Text {
  return procedure.actions[action]?.label ?? labels[action] ?? t(action, action)
}
