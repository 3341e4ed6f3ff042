// One row of the file: its values against what stands in the register, and under it a line for each thing that is wrong.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { classWords, type Import, type ImportRow } from './import-words.ts'

type Props = {
  given: Import
  row: ImportRow
  columns: readonly { name: string }[]
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
        {columns.map(({ name }) => (
          <td key={name}>
            <Value row={row} name={name} bad={bad.has(name)} />
          </td>
        ))}
      </tr>
      {wrong && given.can.edit && (
        <Mending given={given} row={row} span={columns.length + 2} current={current} onOpen={onOpen} />
      )}
    </>
  )
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

type MendingProps = { given: Import; row: ImportRow; span: number; current: boolean; onOpen: () => void }

function Mending({ given, row, span, current, onOpen }: MendingProps) {
  const say = useText()
  const fix = useAct('import.fix')
  const [texts, setTexts] = useState<Record<string, string>>({})
  const send = (part: { values?: Record<string, string>; as?: 'accept' | 'skip' }) =>
    fix.mutate({ importId: given.id, rowId: row.id, ...part })
  const fields = [
    ...new Set(row.issues.filter(({ level }) => level === 'wrong').map(({ field }) => field ?? '')),
  ].filter(Boolean)
  const filled = fields.some((field) => (texts[field] ?? '').trim() !== '')
  return (
    <tr className="import-issue" onFocus={onOpen}>
      <td />
      <td colSpan={span - 1}>
        <div className="import-issue-lines">
          {row.issues.map(({ code, place, text }) => (
            <p key={`${code}:${say(place)}`}>
              <span className="import-place">{say(place)}</span>　{say(text)}
            </p>
          ))}
          <div className="import-acts">
            {fields.map((field) => (
              <Input
                key={field}
                size="small"
                aria-label={say(
                  t(`重填${labelOf(given, field).zh}`, `Write ${labelOf(given, field).en} again`),
                )}
                placeholder={say(t(`重填${labelOf(given, field).zh}`, `${labelOf(given, field).en} again`))}
                value={texts[field] ?? ''}
                onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
                onPressEnter={() => filled && send({ values: texts })}
              />
            ))}
            {fields.length > 0 && (
              <Button
                size="small"
                type={current ? 'primary' : 'default'}
                disabled={!filled}
                loading={fix.isPending}
                onClick={() => send({ values: texts })}
              >
                {say(t('填好了', 'Done'))}
              </Button>
            )}
            {row.class === 'doubtful' && (
              <Button
                size="small"
                type={current ? 'primary' : 'default'}
                loading={fix.isPending}
                onClick={() => send({ as: 'accept' })}
              >
                {say(
                  row.issues.some(({ code }) => code === 'repeated')
                    ? t(`留第 ${row.row} 行`, `Keep row ${row.row}`)
                    : t('核过了，收', 'Checked, accept'),
                )}
              </Button>
            )}
            <button type="button" className="link-button" onClick={() => send({ as: 'skip' })}>
              {say(t('跳过此行', 'Leave it out'))}
            </button>
          </div>
        </div>
        {fix.error && <ProblemNote problem={fix.error} />}
      </td>
    </tr>
  )
}

function labelOf(given: Import, field: string) {
  return given.targets.find(({ target }) => target === field)?.label ?? t(field, field)
}
