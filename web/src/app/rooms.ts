// The rooms on the rail, in their fixed order, and which page belongs to which room.
import { type Text, t } from './text.tsx'

export type RoomId =
  | 'desk'
  | 'register'
  | 'verify'
  | 'policy'
  | 'procedure'
  | 'matching'
  | 'ledger'
  | 'report'
  | 'settings'
export type Room = { id: RoomId; character: string; label: Text; home: string; digit?: number }

export const rooms: readonly Room[] = [
  { id: 'desk', character: '案', label: t('工作台', 'Desk'), home: '/', digit: 0 },
  { id: 'register', character: '册', label: t('名册', 'Register'), home: '/r', digit: 1 },
  { id: 'verify', character: '查', label: t('核查', 'Verify'), home: '/findings', digit: 2 },
  { id: 'policy', character: '策', label: t('政策', 'Policy'), home: '/policy', digit: 3 },
  { id: 'procedure', character: '办', label: t('办理', 'Cases'), home: '/cases', digit: 4 },
  { id: 'matching', character: '配', label: t('匹配', 'Match'), home: '/match', digit: 5 },
  { id: 'ledger', character: '账', label: t('资金', 'Ledger'), home: '/funds', digit: 6 },
  { id: 'report', character: '表', label: t('报表', 'Reports'), home: '/reports', digit: 7 },
  { id: 'settings', character: '设', label: t('设置', 'Settings'), home: '/settings' },
]

const firstSegments: Record<string, RoomId> = {
  r: 'register',
  import: 'register',
  findings: 'verify',
  finding: 'verify',
  checks: 'verify',
  verify: 'verify',
  policy: 'policy',
  explain: 'policy',
  laboratory: 'policy',
  cases: 'procedure',
  case: 'procedure',
  notices: 'procedure',
  objections: 'procedure',
  match: 'matching',
  funds: 'ledger',
  fund: 'ledger',
  account: 'ledger',
  accounts: 'ledger',
  voucher: 'ledger',
  vouchers: 'ledger',
  batches: 'ledger',
  batch: 'ledger',
  runs: 'ledger',
  run: 'ledger',
  reports: 'report',
  projection: 'report',
  report: 'report',
  settings: 'settings',
}

/** The room that a path lies in; the desk for everything else. */
export function roomOf(path: string): RoomId {
  return firstSegments[path.split('/')[1] ?? ''] ?? 'desk'
}
