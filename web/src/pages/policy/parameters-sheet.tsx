// 参数: what holds now, held before, will hold; each with its document. A change is proposed here and approved by another.
import { Button } from 'antd'
import { useState } from 'react'
import { citationName } from 'xiangce/kernel'
import { useMay } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { ParameterMeta, Policy, TimelineEntry } from './policy-types.ts'
import { ProposeSheet } from './propose-sheet.tsx'
import { valueText } from './value-text.ts'

type Row = { parameter: ParameterMeta; entry?: TimelineEntry; first: boolean; key: string }

export function ParametersSheet({ policy }: { policy: Policy }) {
  const say = useText()
  const mayPropose = useMay()('policy.propose')
  const [proposing, setProposing] = useState<ParameterMeta>()
  const rows = policy.meta.parameters.flatMap((parameter) => rowsOf(parameter, policy))
  return (
    <>
      <Sheet title={t('参数', 'Parameters')} note={mayPropose ? undefined : say(whoChanges)} flush>
        <DataTable
          label={t('参数', 'Parameters')}
          rows={rows}
          rowKey={(row) => row.key}
          empty={<EmptyNote text={t('这项政策没有参数。', 'This policy has no parameters.')} />}
          columns={[
            {
              key: 'name',
              label: t('参数', 'Parameter'),
              width: 150,
              cell: ({ parameter, first }) => (first ? say(parameter.label) : ''),
            },
            {
              key: 'state',
              label: t('状态', 'State'),
              card: 'state',
              width: 90,
              cell: ({ entry }) => <EntryMark entry={entry} />,
            },
            {
              key: 'value',
              label: t('值', 'Value'),
              slack: true,
              cell: ({ parameter, entry }) => entry && <Value parameter={parameter} entry={entry} />,
            },
            {
              key: 'span',
              label: t('期间', 'Period'),
              width: 170,
              cell: ({ entry }) => entry && say(spanWords(entry)),
            },
            {
              key: 'source',
              label: t('依据', 'Document'),
              slack: true,
              cell: ({ entry, parameter }) =>
                entry ? say(citationName(entry.citation)) : parameter.question,
            },
            ...(mayPropose
              ? [
                  {
                    key: 'act',
                    label: t('办理', 'Act'),
                    width: 96,
                    cell: ({ parameter, first }: Row) =>
                      first && (
                        <Button size="small" onClick={() => setProposing(parameter)}>
                          {say(t('提出修订', 'Propose'))}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Sheet>
      {proposing && (
        <ProposeSheet
          key={proposing.key}
          policy={policy}
          parameter={proposing}
          onClose={() => setProposing(undefined)}
        />
      )}
    </>
  )
}

const whoChanges = t(
  '参数由人社业务经办提出、人社业务复核批准。',
  'Parameters are proposed by the social security officer and approved by the reviewer.',
)

function rowsOf(parameter: ParameterMeta, policy: Policy): Row[] {
  const entries = policy.timeline[parameter.key] ?? []
  if (!entries.some(({ state }) => state === 'current'))
    return [
      { parameter, first: true, key: parameter.key },
      ...entries.map((entry, i) => ({ parameter, entry, first: false, key: `${parameter.key} ${i}` })),
    ]
  return [...entries]
    .sort((a, b) => order[a.state] - order[b.state])
    .map((entry, i) => ({ parameter, entry, first: i === 0, key: `${parameter.key} ${i}` }))
}

const order = { current: 0, future: 1, past: 2 }

function EntryMark({ entry }: { entry: TimelineEntry | undefined }) {
  if (!entry) return <StateMark mark="unknown" word={t('未定', 'Not set')} />
  if (entry.state === 'current') return <StateMark mark="done" word={t('现行', 'Now')} />
  if (entry.state === 'future') return <StateMark mark="open" word={t('将来', 'To come')} />
  return <StateMark mark="same" word={t('以前', 'Before')} />
}

function Value({ parameter, entry }: { parameter: ParameterMeta; entry: TimelineEntry }) {
  const say = useText()
  if (entry.value === null) return <>{say(t('收回县里的值，按规则', "the county's value taken back"))}</>
  if (!Array.isArray(entry.value)) return <b>{say(valueText(entry.value, parameter))}</b>
  return (
    <>
      {entry.value.map((row: Record<string, unknown>) => (
        <div key={JSON.stringify(row)}>
          {parameter.keyFacts.flatMap((key) => say(keyWords(row[key.name], key))).join(' ')}{' '}
          <b>{say(valueText(row.value, parameter))}</b>
        </div>
      ))}
    </>
  )
}

/** The first day of all is no limit, so it is not said. */
function keyWords(value: unknown, key: ParameterMeta['keyFacts'][number]): Text | string {
  if (value === '0001-01-01' || value === undefined) return ''
  const text = valueText(value, key)
  return key.kind === 'day' ? t(`${text.zh} 起${key.label.zh}`, `${key.label.en} from ${text.en}`) : text
}

function spanWords({ from, until, origin }: TimelineEntry): Text {
  const who = origin === 'county' ? t('县定', 'county') : t('规则', 'rule')
  return until
    ? t(`${from} — ${until} 前 ${who.zh}`, `${from} — before ${until}, ${who.en}`)
    : t(`${from} 起 ${who.zh}`, `from ${from}, ${who.en}`)
}
