// Words of list comparison that several of its sheets say.
import type { Output } from '../../api.ts'
import { type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Compared = Output<'compare.get'>
export type ListRow = Output<'compare.rows'>['rows'][number]
export type HereRow = Output<'compare.missing'>['rows'][number]
export type Adoption = Output<'compare.adoptions'>['adoptions'][number]
export type Kind = Output<'compare.kinds'>['kinds'][number]
export type RowClass = ListRow['class']

export const stateWords: Record<Compared['state'], { word: Text; mark: Mark }> = {
  mapping: { word: t('等对表头', 'columns to be mapped'), mark: 'open' },
  running: { word: t('正在比', 'being compared'), mark: 'doing' },
  done: { word: t('已比完', 'compared'), mark: 'done' },
}

/** In the order in which they are worked through. */
export const tabOrder = [
  'differs',
  'candidate',
  'onlyThere',
  'onlyHere',
  'unreadable',
  'repeated',
  'same',
] as const
export type Tab = (typeof tabOrder)[number] | 'adoptions'

export const tabWords: Record<Tab, Text> = {
  differs: t('对上，有不同', 'Matched, differing'),
  candidate: t('待认', 'To be told'),
  onlyThere: t('名单有、名册没有', 'Only on the list'),
  onlyHere: t('名册有、名单没有', 'Only in the register'),
  unreadable: t('认不出', 'Unreadable'),
  repeated: t('名单内重复', 'Twice on the list'),
  same: t('对上，一致', 'Matched, the same'),
  adoptions: t('采信', 'Adoptions'),
}

export const classWords: Record<RowClass, { word: Text; mark: Mark }> = {
  same: { word: t('一致', 'the same'), mark: 'same' },
  differs: { word: t('有不同', 'differs'), mark: 'changed' },
  candidate: { word: t('待认', 'to be told'), mark: 'doubt' },
  onlyThere: { word: t('名册没有', 'not in the register'), mark: 'added' },
  unreadable: { word: t('认不出', 'unreadable'), mark: 'refused' },
  repeated: { word: t('重复', 'twice'), mark: 'paused' },
}

export const adoptionWords: Record<Adoption['state'], { word: Text; mark: Mark }> = {
  proposed: { word: t('待另一人确认', 'awaits another person'), mark: 'open' },
  adopted: { word: t('已采信', 'adopted'), mark: 'done' },
  refused: { word: t('未采信', 'refused'), mark: 'refused' },
}

export function figure(n: number): string {
  return n.toLocaleString('en-US')
}

/** Any list beside a register: what differs is listed and may be adopted, and nothing of it becomes a finding. */
export function isPlain({ kind }: { kind: string }): boolean {
  return kind.startsWith('plain.')
}
