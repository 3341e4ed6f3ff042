// One row of the file: its values against what stands in the register, and under it a line for each thing that is wrong.
import type { ReactNode } from 'react'
import { useAct } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { classWords, type Import, type ImportRow } from './import-words.ts'
import { Mending } from './row-mending.tsx'

type Props = {
  given: Import
  row: ImportRow
  columns: readonly { name: string; title: boolean }[]
  /** Only the current row has a filled button. */
  current: boolean
  onOpen: () => void
}

export function RowLines({ given, row, columns, current, onOpen }: Props) {
  const { word, mark } = classWords[row.class]
  const bad = new Set(row.issues.map(({ field }) => field))
  const wrong = row.class === 'rejected' || row.class === 'doubtful'
  return (
    <>
      <tr className={`${wrong ? 'import-wrong' : ''}${current && wrong ? ' import-current' : ''}`}>
        <td className="number">{row.row}</td>
        <td>
          <StateMark mark={mark} word={word} />
        </td>
        {columns.map(({ name, title }) => (
          <td key={name}>
            <Linked to={title && row.targetId !== null && `/r/${given.register}/${row.targetId}`}>
              <Value row={row} name={name} bad={bad.has(name)} />
            </Linked>
          </td>
        ))}
      </tr>
      {row.beside && <Beside row={row} beside={row.beside} columns={columns} />}
      {wrong && given.can.edit && (
        <Mending given={given} row={row} span={columns.length + 2} current={current} onOpen={onOpen} />
      )}
      {row.class === 'skipped' && given.can.edit && (
        <TakeBack given={given} row={row} span={columns.length + 2} />
      )}
      {wrong && !given.can.edit && <Reasons row={row} span={columns.length + 2} />}
    </>
  )
}

type BesideProps = { row: ImportRow; beside: NonNullable<ImportRow['beside']>; columns: Props['columns'] }

/** The other row that may be the same person, under it column by column; what differs stands out. */
function Beside({ row, beside, columns }: BesideProps) {
  const say = useText()
  const place = beside.sheet === row.sheet ? '' : `${beside.sheet} `
  return (
    <tr className="import-beside">
      <td className="number">{beside.row}</td>
      <td>{say(t(`${place}第 ${beside.row} 行`, `${place}row ${beside.row}`))}</td>
      {columns.map(({ name }) => (
        <td key={name}>
          {beside.shown[name] === row.shown[name] ? beside.shown[name] : <b>{beside.shown[name]}</b>}
        </td>
      ))}
    </tr>
  )
}

/** The name of a row that stands in the register leads to its record. */
function Linked({ to, children }: { to: string | false; children: ReactNode }) {
  return to ? <PageLink to={to}>{children}</PageLink> : children
}

function Value({ row, name, bad }: { row: ImportRow; name: string; bad: boolean }) {
  const say = useText()
  const [now, before] = [row.shown[name], row.before[name]]
  if (row.class === 'changed' && row.changed.includes(name))
    return (
      <>
        <del>{before ?? say(t('（空）', '(empty)'))}</del> <ins>{now}</ins>
      </>
    )
  return bad ? <span className="import-bad">{now ?? say(t('（空）', '(empty)'))}</span> : now
}

/** Why it did not go in, once nothing can be changed here any more. */
function Reasons({ row, span }: { row: ImportRow; span: number }) {
  const say = useText()
  return (
    <tr className="import-issue">
      <td />
      <td colSpan={span - 1}>
        {row.issues.map(({ code, place, text }) => (
          <p key={`${code}:${say(place)}`}>
            <span className="import-place">{say(place)}</span>　{say(text)}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** A row that was left out by mistake comes in again. */
function TakeBack({ given, row, span }: { given: Import; row: ImportRow; span: number }) {
  const say = useText()
  const fix = useAct('import.fix')
  return (
    <tr className="import-issue">
      <td />
      <td colSpan={span - 1}>
        <button
          type="button"
          className="link-button"
          disabled={fix.isPending}
          onClick={() => fix.mutate({ importId: given.id, rowId: row.id, as: 'back' })}
        >
          {say(t('还是导这一行', 'Take it in after all'))}
        </button>
        {fix.error && <ProblemNote problem={fix.error} />}
      </td>
    </tr>
  )
}
