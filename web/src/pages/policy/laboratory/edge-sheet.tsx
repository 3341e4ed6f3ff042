// The persons at one edge.
import { Button } from 'antd'
import { useCall } from '../../../api.ts'
import { PageLink } from '../../../app/link.tsx'
import { t, useText } from '../../../app/text.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { amountText } from './amount-words.ts'
import type { Ask, Cliff } from './types.ts'

const SHOWN = 200

export function EdgeSheet({
  ask,
  cliff,
  words,
  onClose,
}: {
  ask: Ask
  cliff: Cliff
  words: string
  onClose: () => void
}) {
  const say = useText()
  const { fact, by, kind } = cliff
  const days = kind === 'day' ? { days: Math.abs(by) } : {}
  const got = useCall('laboratory.edge', { ...ask, fact, by, ...days, limit: SHOWN })
  const register = got.data?.register
  const persons = got.data?.persons ?? 0
  return (
    <Sheet
      title={t('临界的人', 'Persons at this edge')}
      note={words}
      actions={
        <Button size="small" onClick={onClose}>
          {say(t('收起', 'Close'))}
        </Button>
      }
      flush
    >
      <DataTable
        label={t('临界的人', 'Persons at this edge')}
        rows={got.data?.rows}
        rowKey={(row) => row.id}
        problem={got.error}
        onRetry={() => void got.refetch()}
        pager={{
          words: say(
            persons > SHOWN
              ? t(`共 ${persons} 人，这里是前 ${SHOWN} 人`, `${persons} persons, the first ${SHOWN} here`)
              : t(`共 ${persons} 人`, `${persons} persons`),
          ),
        }}
        columns={[
          {
            key: 'title',
            label: t('姓名', 'Name'),
            width: 120,
            cell: ({ id, title }) =>
              register ? <PageLink to={`/r/${register}/${id}`}>{title || String(id)}</PageLink> : title,
          },
          { key: 'place', label: t('村组', 'Place'), slack: true, cell: ({ place }) => place },
          { key: 'now', label: t('现在', 'As it is'), number: true, cell: ({ now }) => say(amountText(now)) },
          {
            key: 'trial',
            label: t('差一步以后', 'One step on'),
            number: true,
            cell: ({ trial }) => say(amountText(trial)),
          },
        ]}
      />
    </Sheet>
  )
}
