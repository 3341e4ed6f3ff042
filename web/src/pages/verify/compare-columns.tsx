// Each column of the list beside what it is taken for, the way to match, and the act that compares.
import { Checkbox, Select, Switch } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { type Compared, isPlain } from './compare-words.ts'
import '../import/import.css'

type Plan = Compared['sheets'][number]
type Col = Plan['columns'][number]
type Chosen = Record<string, { use?: boolean; columns: Record<string, string> }>

export function ColumnsSheet({ given }: { given: Compared }) {
  const [chosen, setChosen] = useState<Chosen>({})
  const [ways, setWays] = useState(() => given.keys.map(() => true))
  const run = useAct('compare.run')
  const change = (name: string, part: Partial<Chosen[string]>) =>
    setChosen((now) => ({ ...now, [name]: { columns: {}, ...now[name], ...part } }))
  const used = given.keys.filter((_, at) => ways[at])
  const by = used.map((key) => key.map(({ name }) => name))
  return (
    <>
      {given.sheets.map((plan) => (
        <PlanSheet
          key={plan.name}
          given={given}
          plan={plan}
          use={chosen[plan.name]?.use ?? plan.use}
          columns={chosen[plan.name]?.columns ?? {}}
          onUse={(use) => change(plan.name, { use })}
          onColumn={(letters, target) =>
            change(plan.name, { columns: { ...chosen[plan.name]?.columns, [letters]: target } })
          }
        />
      ))}
      <Ways given={given} ways={ways} onWays={setWays} />
      {given.can.run && (
        <Sheet>
          <ActLine
            word={t('对好了，比对', 'Compare')}
            consequence={isPlain(given) ? listsOnly : makesFindings}
            onAct={() =>
              run.mutate({
                comparisonId: given.id,
                by,
                sheets: Object.entries(chosen).map(([name, one]) => ({ name, ...one })),
              })
            }
            busy={run.isPending}
            problem={run.error}
            reasons={
              by.length === 0
                ? [{ key: 'way', state: 'missing', text: t('请至少留一种对法。', 'Keep one way to match.') }]
                : []
            }
          />
        </Sheet>
      )}
    </>
  )
}

/** The ways to match, the surest first; each may be left out. */
function Ways({
  given,
  ways,
  onWays,
}: {
  given: Compared
  ways: boolean[]
  onWays: (ways: boolean[]) => void
}) {
  const say = useText()
  return (
    <Sheet
      title={t('按什么对', 'Matched by')}
      note={say(t('从上到下依次对，对上了就不再往下', 'from above, the first that fits'))}
    >
      <div className="compare-ways">
        {given.keys.map((key, at) => (
          <Checkbox
            key={key.map(({ name }) => name).join('+')}
            checked={ways[at] ?? false}
            onChange={(event) => onWays(ways.map((on, n) => (n === at ? event.target.checked : on)))}
          >
            {key.map(({ label }) => say(label)).join(' ＋ ')}
          </Checkbox>
        ))}
      </div>
    </Sheet>
  )
}

type PlanProps = {
  given: Compared
  plan: Plan
  use: boolean
  columns: Record<string, string>
  onUse: (use: boolean) => void
  onColumn: (letters: string, target: string) => void
}

function PlanSheet({ given, plan, use, columns, onUse, onColumn }: PlanProps) {
  const say = useText()
  if (!plan.head)
    return (
      <Sheet title={plan.name} note={say(t('没有找到表头，不比这张。', 'No heading was found; left out.'))} />
    )
  const { top, bottom } = plan.head
  const options = [
    { value: ':ignore', label: say(t('（不比）', '(left out)')) },
    ...given.targets.map(({ target, label }) => ({ value: target, label: say(label) })),
  ]
  return (
    <Sheet
      title={plan.name}
      note={say(
        top === bottom
          ? t(`表头在第 ${top} 行`, `heading in row ${top}`)
          : t(`表头在第 ${top}—${bottom} 行`, `heading in rows ${top}–${bottom}`),
      )}
      actions={
        <Switch
          checked={use}
          onChange={onUse}
          aria-label={say(t(`比“${plan.name}”`, `Compare "${plan.name}"`))}
          checkedChildren={say(t('比', 'in'))}
          unCheckedChildren={say(t('不比', 'out'))}
        />
      }
      flush
    >
      {use && (
        <DataTable
          label={plan.name}
          columns={tableColumns({ say, options, columns, onColumn })}
          rows={plan.columns}
          rowKey={(column) => column.letters}
        />
      )}
    </Sheet>
  )
}

type Choosing = {
  say: ReturnType<typeof useText>
  options: { value: string; label: string }[]
  columns: Record<string, string>
  onColumn: (letters: string, target: string) => void
}

function tableColumns({ say, options, columns, onColumn }: Choosing): Column<Col>[] {
  const targetOf = (column: Col) => {
    const target = columns[column.letters] ?? column.target
    return target.startsWith(':') ? ':ignore' : target
  }
  return [
    { key: 'letters', label: t('列', 'Column'), cell: (column) => column.letters, width: 48 },
    {
      key: 'head',
      label: t('名单里的栏名', 'Heading'),
      cell: (column) => <b>{column.head}</b>,
      card: 'title',
    },
    {
      key: 'target',
      label: t('是什么', 'Means'),
      width: 240,
      cell: (column) => (
        <Select
          size="small"
          className="import-target"
          aria-label={say(t(`${column.letters} 列“${column.head}”是什么`, `Column ${column.letters} means`))}
          value={targetOf(column)}
          options={options}
          onChange={(target) => onColumn(column.letters, target)}
          showSearch
          optionFilterProp="label"
        />
      ),
    },
    {
      key: 'samples',
      label: t('名单里的值', 'Values'),
      cell: (column) => (column.target.startsWith(':') ? '' : column.samples.join('　')),
      slack: true,
    },
  ]
}

const makesFindings = t(
  '名册一个字都不会改。有出入的成为疑点；您改过的对法，这个单位的名单下次照办。',
  'Nothing in the register changes. What differs becomes a finding; your corrections hold for the sender.',
)
const listsOnly = t(
  '名册一个字都不会改。有出入的逐行列出，不记为疑点；您改过的对法，这个单位的名单下次照办。',
  'Nothing in the register changes. What differs is listed and becomes no finding; your corrections hold for the sender.',
)
