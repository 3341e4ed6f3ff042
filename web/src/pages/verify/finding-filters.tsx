// Which findings: open or closed, being looked at, by whom, how old; and in which order.
import { Segmented, Select } from 'antd'
import type { Output } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import type { Grouping } from './finding-table.tsx'

export type Shown = 'open' | 'checking' | 'closed'
export type Wanted = { shown: Shown; handler?: number | 'none'; days?: number }
type State = 'open' | 'checking' | 'explained' | 'corrected'

export const statesOf: Record<Shown, State[]> = {
  open: ['open', 'checking'],
  checking: ['checking'],
  closed: ['explained', 'corrected'],
}

type Props = {
  wanted: Wanted
  order: Grouping
  handlers: Output<'verify.tally'>['handlers']
  onWanted: (wanted: Wanted) => void
  onOrder: (order: Grouping) => void
}

export function FindingFilters({ wanted, order, handlers, onWanted, onOrder }: Props) {
  const say = useText()
  return (
    <div className="verify-filters">
      <Segmented<Shown>
        size="small"
        aria-label={say(t('看哪些', 'Which'))}
        value={wanted.shown}
        onChange={(shown) => onWanted({ shown })}
        options={[
          { value: 'open', label: say(t('没有结的', 'Open')) },
          { value: 'checking', label: say(t('转核实的', 'Being looked at')) },
          { value: 'closed', label: say(t('已经结的', 'Closed')) },
        ]}
      />
      <Age wanted={wanted} onWanted={onWanted} />
      <Handler wanted={wanted} handlers={handlers} onWanted={onWanted} />
      <Segmented<Grouping>
        size="small"
        aria-label={say(t('怎么排', 'Order'))}
        value={order}
        onChange={onOrder}
        options={[
          { value: 'check', label: say(t('按规则', 'By rule')) },
          { value: 'area', label: say(t('按单位', 'By place')) },
          { value: 'amount', label: say(t('按金额', 'By amount')) },
          { value: 'age', label: say(t('最早的先', 'Oldest first')) },
        ]}
      />
    </div>
  )
}

type Part = Pick<Props, 'wanted' | 'onWanted'>
const ages = [7, 30, 90, 180]

function Age({ wanted, onWanted }: Part) {
  const say = useText()
  return (
    <Select
      size="small"
      allowClear
      className="verify-filter"
      aria-label={say(t('发现了多久', 'Age'))}
      placeholder={say(t('不论多久', 'Any age'))}
      value={wanted.days}
      onChange={(days?: number) => onWanted({ ...wanted, days })}
      options={ages.map((n) => ({ value: n, label: say(t(`满 ${n} 天`, `${n} days or more`)) }))}
    />
  )
}

function Handler({ wanted, handlers, onWanted }: Part & Pick<Props, 'handlers'>) {
  const say = useText()
  return (
    <Select<number | 'none'>
      size="small"
      allowClear
      className="verify-filter"
      aria-label={say(t('谁经手', 'Handled by'))}
      placeholder={say(t('不论谁经手', 'Handled by anybody'))}
      value={wanted.handler}
      onChange={(handler?: number | 'none') => onWanted({ ...wanted, handler })}
      options={[
        { value: 'none', label: say(t('没有人经手', 'Nobody yet')) },
        ...handlers.map(({ id, name, count }) => ({
          value: id,
          label: `${name}　${count.toLocaleString('en-US')}`,
        })),
      ]}
    />
  )
}
