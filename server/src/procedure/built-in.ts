/** Words of the acts that every case knows beside the declared ones. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Procedure } from './define.ts'

const labels: Readonly<Record<string, Text>> = {
  open: t('立案', 'Opened'),
  declare: t('申报亲属', 'Declared relatives'),
  undo: t('撤回', 'Took back'),
}

export function actLabel(procedure: Pick<Procedure, 'actions'>, action: string): Text {
  return procedure.actions[action]?.label ?? labels[action] ?? t(action, action)
}
