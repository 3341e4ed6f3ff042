// Beside an objection: what the registers say about the person objected to, with the source of each fact, and the reason.
import type { Explanation } from 'xiangce/expression'
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { FieldValue, headText } from '../../kinds/field-value.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { CaseItem } from './case-types.ts'

type Line = { key: string; label: Text; value: React.ReactNode; source: React.ReactNode }
type BesideProps = { procedure: string; item: CaseItem }

/** The facts that the decision rests on, then those of the person's line in the list. */
export function FactsBeside({ procedure, item }: BesideProps) {
  const say = useText()
  const explains = useMay()('policy.explain') && item.decisionId !== null
  const reason = useCall('policy.explain', { decisionId: item.decisionId ?? 0 }, { enabled: explains })
  const listed = useListedLines(procedure, item.rowId)
  const lines = [...(reason.data ? factLines(reason.data.trace) : []), ...listed.lines]
  return (
    <>
      <DataTable
        label={t('册里怎么记', 'What the registers say')}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.key}
        problem={listed.problem}
        empty={<EmptyNote text={t('册里没有记这个人。', 'The registers know nothing of this person.')} />}
      />
      <p className="facts-result">
        {say(t('认定为', 'Decided: '))}
        <b>{say(item.category ?? t('还没有认定', 'not decided'))}</b>
        {item.amount !== null && <MoneyText yuan={item.amount} unit />}
        {item.decisionId !== null && (
          <PageLink to={`/explain/${item.decisionId}`}>{say(t('为什么', 'Why'))}</PageLink>
        )}
      </p>
    </>
  )
}

const columns: Column<Line>[] = [
  {
    key: 'label',
    label: t('要弄清的事实', 'Fact'),
    cell: (line) => <Words text={line.label} />,
    card: 'title',
  },
  { key: 'value', label: t('册里怎么记', 'In the register'), cell: (line) => line.value },
  { key: 'source', label: t('来源', 'Source'), cell: (line) => line.source, slack: true },
]

function Origin({ parts }: { parts: readonly (Text | null | undefined)[] }) {
  const say = useText()
  return <>{parts.flatMap((part) => (part ? [say(part)] : [])).join('・')}</>
}

function asText(data: string | undefined): Text | undefined {
  return data ? t(data, data) : undefined
}

function Words({ text }: { text: Text }) {
  const say = useText()
  return <>{say(text)}</>
}

/** The leaves of the reasoning, each once. */
function factLines(trace: readonly Explanation[]): Line[] {
  const found = new Map<string, Line>()
  const walk = (line: Explanation) => {
    const source = line.fact?.source
    if (line.kind === 'fact' && line.label && source?.register && !found.has(line.id))
      found.set(line.id, {
        key: `fact:${line.id}`,
        label: line.label,
        value: <Words text={line.text ?? t('不详', 'unknown')} />,
        source: (
          <PageLink to={`/r/${source.register}/${source.id}`}>
            <Words text={source.label} />
            {source.asOf && `・${source.asOf}`}
          </PageLink>
        ),
      })
    for (const child of line.children) walk(child)
  }
  for (const line of trace) walk(line)
  return [...found.values()]
}

function useListedLines(procedure: string, rowId: number) {
  const { meta } = useSession()
  const name = meta.procedures.find((one) => one.id === procedure)?.items.register ?? ''
  const register = meta.registers.find((one) => one.name === name)
  const { data, error } = useCall('register.get', { register: name, id: rowId }, { enabled: !!register })
  if (!register || !data) return { lines: [], problem: error }
  const told = register.fields.filter(
    ({ name: field }) => data.row.values[field] !== null || data.row.masked.includes(field),
  )
  const lines = told.map((field): Line => {
    const written = data.written[field.name]
    return {
      key: `row:${field.name}`,
      label: headText(field),
      value: <FieldValue field={field} row={data.row} register={name} />,
      source: <Origin parts={[field.source, ...[written?.at.slice(0, 10), written?.byName].map(asText)]} />,
    }
  })
  return { lines, problem: error }
}

/** The same for an objection met outside of its case; the case is read for the person's line. */
export function FactsOfObjection({ caseId, itemId }: { caseId: number; itemId: number | null }) {
  const { data, error } = useCall('case.get', { caseId })
  const item = data?.itemRows.find(({ id }) => id === itemId)
  if (error) return <ProblemNote problem={error} />
  if (!data) return null
  if (!item)
    return (
      <EmptyNote
        text={t(
          '异议说的人不在名单上，册里没有他的一行。请在人员册里找。',
          'The person is not on the list. Look in the register of persons.',
        )}
      />
    )
  return <FactsBeside procedure={data.procedure} item={item} />
}
