// 临界: who would get another result if one fact moved by a small step.

import { useCall } from '../../../api.ts'
import { type Text, t, useText } from '../../../app/text.tsx'
import { Chart } from '../../../parts/chart.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyNote } from '../../../parts/empty-note.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { withUnit } from './amount-words.ts'
import type { Ask, Cliff } from './types.ts'

const DAYS = 30

type Props = { ask: Ask; kind: string; enabled: boolean; onOpen: (cliff: Cliff, words: string) => void }

export function CliffsSheet({ ask, kind, enabled, onOpen }: Props) {
  const say = useText()
  const got = useCall('policy.cliffs', { ...ask, days: DAYS }, { enabled })
  const cliffs = got.data?.cliffs
  const first = cliffs?.[0]
  return (
    <Sheet
      title={t('临界', 'At an edge')}
      note={say(t('一项事实差一小步，结果就变', 'one fact by a small step, and the result changes'))}
      flush
    >
      {first && (
        <p className="lab-said">
          {say(
            t(
              `${moveWords(first).zh}，有 ${whoWords(first).zh}结果就变，合计 ${withUnit(first.difference, kind).zh}。`,
              `${moveWords(first).en}, and ${whoWords(first).en} have another result, ${withUnit(first.difference, kind).en} in all.`,
            ),
          )}
        </p>
      )}
      {first && <p className="lab-said note">{say(homesWords(first))}</p>}
      {first && first.near.length > 1 && <NearChart cliff={first} />}
      <DataTable
        label={t('临界', 'At an edge')}
        rows={cliffs}
        rowKey={({ fact, by }) => `${fact} ${by}`}
        problem={got.error}
        onRetry={() => void got.refetch()}
        onOpen={(cliff) => onOpen(cliff, say(moveWords(cliff)))}
        empty={<EmptyNote text={t('没有人在临界。', 'Nobody stands at an edge.')} />}
        columns={[
          {
            key: 'move',
            label: t('差一小步', 'A small step'),
            slack: true,
            cell: (cliff) => say(moveWords(cliff)),
          },
          {
            key: 'households',
            label: t('户数', 'Households'),
            number: true,
            cell: ({ households }) => (households === null ? '—' : households.toLocaleString('en-US')),
          },
          {
            key: 'persons',
            label: t('人数', 'Persons'),
            number: true,
            cell: ({ persons }) => persons.toLocaleString('en-US'),
          },
          {
            key: 'difference',
            label: t('合计变化', 'Change in all'),
            number: true,
            cell: ({ difference }) => say(withUnit(difference, kind)),
          },
        ]}
      />
    </Sheet>
  )
}

/** Of whom no household is known is said; so is that a rule is not about members of households. */
function homesWords({ households, alone }: Cliff): Text {
  if (households === null)
    return t(
      '这项政策的对象不是某户的人，只数对象。',
      'The subjects of this policy belong to no household; they alone are counted.',
    )
  return alone === 0
    ? t('户数按那一天名册里登记的户。', 'Households as the register has them on the day that is looked at.')
    : t(
        `其中 ${alone} 人没有登记户，不在户数内。`,
        `${alone} of them have no household registered and are in no household counted.`,
      )
}

/** 153 户 170 人; where the subject is no member of a household, the persons alone. */
export function whoWords({ persons, households }: Pick<Cliff, 'persons' | 'households'>): Text {
  const count = persons.toLocaleString('en-US')
  if (households === null) return t(`${count} 人`, `${count} persons`)
  const homes = households.toLocaleString('en-US')
  return t(`${homes} 户 ${count} 人`, `${count} persons of ${homes} households`)
}

/** How far people are from the edge. */
export function NearChart({ cliff }: { cliff: Pick<Cliff, 'near' | 'kind' | 'label' | 'by'> }) {
  const say = useText()
  const spans = cliff.near.map((span) => say(spanWords(span, cliff.kind)))
  return (
    <Chart
      kind="columns"
      label={t('离临界多远', 'How far from the edge')}
      categories={spans}
      series={[
        { label: t('人数', 'Persons'), look: 'behind', values: cliff.near.map(({ persons }) => persons) },
      ]}
      unit={t('人', 'persons')}
      height={150}
      foot={say(nearWords(cliff))}
    />
  )
}

function nearWords(cliff: Pick<Cliff, 'label' | 'kind' | 'by'>): Text {
  const move = moveWords(cliff)
  const unit = cliff.kind === 'money' ? t('元', 'yuan') : cliff.kind === 'day' ? t('天', 'days') : t('', '')
  return t(
    `离临界差多少${unit.zh}（${move.zh}以内）`,
    `${unit.en || 'Steps'} from the edge (${move.en} at most)`,
  )
}

function spanWords({ from, to }: { from: number; to: number }, kind: string): Text {
  const span =
    kind === 'money' ? `${(from - 1) / 100}–${to / 100}` : from === to ? `${from}` : `${from}–${to}`
  return t(span, span)
}

/** 出生日期早 30 天; 人均保障标准多 100 元. */
export function moveWords({ label, kind, by }: Pick<Cliff, 'label' | 'kind' | 'by'>): Text {
  const size = Math.abs(by)
  if (kind === 'day')
    return by < 0
      ? t(`${label.zh}早 ${size} 天`, `${label.en} ${size} days earlier`)
      : t(`${label.zh}晚 ${size} 天`, `${label.en} ${size} days later`)
  const step = kind === 'money' ? t(`${size / 100} 元`, `¥${size / 100}`) : t(`${size}`, `${size}`)
  return by < 0
    ? t(`${label.zh}少 ${step.zh}`, `${label.en} less ${step.en}`)
    : t(`${label.zh}多 ${step.zh}`, `${label.en} more by ${step.en}`)
}
