// The state of a run's lines, chosen above their list and kept in the address.
import { Select } from 'antd'
import { useAddressValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'

const statuses = {
  '': t('全部', 'All'),
  proposed: t('待记账', 'proposed'),
  held: t('暂不办', 'held'),
  posted: t('已记账', 'posted'),
}

export function useLineStatus() {
  const [status = ''] = useAddressValue('status')
  return (['proposed', 'held', 'posted'] as const).find((one) => one === status)
}

/** Another state begins at the first page. */
export function LineStatus({ onRestart }: { onRestart: () => void }) {
  const say = useText()
  const [status = '', setStatus] = useAddressValue('status')
  return (
    <Select
      aria-label={say(t('状态', 'State'))}
      value={status}
      onChange={(next) => {
        onRestart()
        setStatus(next || undefined)
      }}
      options={Object.entries(statuses).map(([value, label]) => ({ value, label: say(label) }))}
      style={{ minWidth: 110 }}
    />
  )
}
