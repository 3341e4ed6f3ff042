// 办理 on the pages of records that events happen to: the acts in the head of the page, what happened below.
import { t } from '../../app/text.tsx'
import { EventActs } from './events-acts.tsx'
import { EventsPanel, useEventCount } from './events-panel.tsx'
import type { RecordPanel } from './panels.ts'

const events: RecordPanel = {
  liesOn: ({ name }, meta) => meta.eventful.includes(name),
  key: 'events',
  label: t('办过的事', 'Events'),
  order: 40,
  useCount: useEventCount,
  Act: EventActs,
  Panel: EventsPanel,
}

export const panels: RecordPanel[] = [events]
