// 待遇 on the pages of records that policies are bound to.
import { t } from '../../app/text.tsx'
import type { RecordPanel } from '../register/panels.ts'
import { ContrastLink } from './contrast-link.tsx'
import { EntitlementMarks } from './entitlement-lines.tsx'
import { EntitlementsPanel } from './entitlements-panel.tsx'

const entitlements: RecordPanel = {
  liesOn: ({ name }, meta) => meta.entitled.includes(name),
  key: 'entitlements',
  label: t('待遇', 'Entitlements'),
  order: 10,
  verb: 'policy.explain',
  State: EntitlementMarks,
  Act: ContrastLink,
  Panel: EntitlementsPanel,
}

export const panels: RecordPanel[] = [entitlements]
