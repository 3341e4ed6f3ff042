// The persons at one edge.
import { Button } from 'antd'
import { useCall } from '../../../api.ts'
import type { Output } from '../../../api-types.ts'
import { PageLink } from '../../../app/link.tsx'
import { type Text, t, useText } from '../../../app/text.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { amountText } from './amount-words.ts'
import { NearChart, whoWords } from './cliffs-sheet.tsx'
import type { Ask, Cliff } from './types.ts'

const SHOWN = 200
type Row = Output<'laboratory.edge'>['rows'][number]

/** 周桂枝户; a head whose name the reader may not see is told by the number. */
function homeWords(title: string, id: number): Text {
  return title ? t(`${title}户`, `${title}'s`) : t(`第 ${id} 户`, `No. ${id}`)
}

function distanceWords(distance: number, kind: string): Text {
  if (kind === 'day') return t(`${distance} 天`, `${distance} days`)
  return kind === 'money' ? t(`${distance / 100} 元`, `¥${distance / 100}`) : t(`${distance}`, `${distance}`)
}

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
  const homes = got.data?.householdRegister ?? undefined
  const who = got.data ? whoWords(got.data) : t('', '')
  return (
    <Sheet
      title={t('临界的户和人', 'Households and persons at this edge')}
      note={words}
      actions={
        <Button size="small" onClick={onClose}>
          {say(t('收起', 'Close'))}
        </Button>
      }
      flush
    >
      {got.data && got.data.near.length > 1 && <NearChart cliff={{ ...cliff, near: got.data.near }} />}
      <DataTable
        label={t('临界的人', 'Persons at this edge')}
        rows={got.data?.rows}
        rowKey={(row) => row.id}
        problem={got.error}
        onRetry={() => void got.refetch()}
        pager={{
          words: say(
            persons > SHOWN
              ? t(`共 ${who.zh}，这里是最近的 ${SHOWN} 人`, `${who.en}, the nearest ${SHOWN} here`)
              : t(`共 ${who.zh}`, who.en),
          ),
        }}
        columns={[
          ...(homes
            ? [
                {
                  key: 'household',
                  label: t('户', 'Household'),
                  width: 120,
                  cell: ({ household, householdTitle }: Row) =>
                    household === null ? (
                      say(t('没有登记户', 'none registered'))
                    ) : (
                      <PageLink to={`/r/${homes}/${household}`}>
                        {say(homeWords(householdTitle, household))}
                      </PageLink>
                    ),
                },
              ]
            : []),
          {
            key: 'title',
            label: t('姓名', 'Name'),
            width: 120,
            cell: ({ id, title }) =>
              register ? <PageLink to={`/r/${register}/${id}`}>{title || String(id)}</PageLink> : title,
          },
          { key: 'place', label: t('村组', 'Place'), slack: true, cell: ({ place }) => place },
          {
            key: 'distance',
            label: t('差多少', 'How far'),
            number: true,
            cell: ({ distance }) => say(distanceWords(distance, kind)),
          },
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
