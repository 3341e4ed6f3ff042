// ② The first rows of a sheet as they are: a person says in which of them the names of the columns stand, and over how many lines.
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import type { Import } from './import-words.ts'
import './layouts.css'

type Plan = Import['sheets'][number]

const MOST_LINES = 5

/** `onChosen`: the columns of the sheet were proposed anew. */
export function HeadChoice({ given, plan, onChosen }: { given: Import; plan: Plan; onChosen: () => void }) {
  const say = useText()
  const [top, setTop] = useState(plan.head?.top ?? 1)
  const [lines, setLines] = useState(plan.head ? plan.head.bottom - plan.head.top + 1 : 1)
  const read = useCall('import.top', { importId: given.id, sheet: plan.name })
  const choose = useAct('import.head', { onDone: onChosen })
  return (
    <div className="import-head">
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <WaitBars lines={4} />}
      {read.data && (
        <FirstRows name={plan.name} read={read.data} top={top} bottom={top + lines - 1} onTop={setTop} />
      )}
      <p className="import-head-line">
        <span>{say(t(`表头从第 ${top} 行起，共`, `The heading begins in row ${top} and has`))}</span>
        <InputNumber
          size="small"
          aria-label={say(t('表头共几行', 'Rows of the heading'))}
          min={1}
          max={MOST_LINES}
          value={lines}
          onChange={(value) => setLines(value ?? 1)}
        />
        <span>{say(t('行', 'rows'))}</span>
        <Button
          size="small"
          loading={choose.isPending}
          onClick={() => choose.mutate({ importId: given.id, sheet: plan.name, top, lines })}
        >
          {say(t('就用这几行', 'Use these rows'))}
        </Button>
        <span className="note">
          {say(
            t(
              '各列重新对一遍，这个单位的表下次照此读。',
              'The columns are proposed anew; remembered for the sender.',
            ),
          )}
        </span>
      </p>
      {choose.error && <ProblemNote problem={choose.error} />}
    </div>
  )
}

type Read = { letters: string[]; rows: { row: number; cells: string[] }[] }
type RowsProps = { name: string; read: Read; top: number; bottom: number; onTop: (row: number) => void }

function FirstRows({ name, read, top, bottom, onTop }: RowsProps) {
  const say = useText()
  return (
    <section className="import-top" aria-label={say(t(`“${name}”的前几行`, `First rows of ${name}`))}>
      <table>
        <thead>
          <tr>
            <th className="number">{say(t('行', 'Row'))}</th>
            {read.letters.map((letters) => (
              <th key={letters}>{letters}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.rows.map(({ row, cells }) => (
            <tr key={row} className={row >= top && row <= bottom ? 'import-top-head' : undefined}>
              <td className="number">
                <label>
                  <input
                    type="radio"
                    name={`head-${name}`}
                    checked={row === top}
                    aria-label={say(t(`表头从第 ${row} 行起`, `The heading begins in row ${row}`))}
                    onChange={() => onTop(row)}
                  />
                  {row}
                </label>
              </td>
              {cells.map((text, at) => (
                <td key={read.letters[at]} title={text}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
