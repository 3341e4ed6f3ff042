// What can be done with a row that did not go in: written anew, a proposal taken for it or for all of its kind, a doubt accepted, left out.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import type { WebProblem } from '../../problem.ts'
import type { Import, ImportRow } from './import-words.ts'

type MendingProps = { given: Import; row: ImportRow; span: number; current: boolean; onOpen: () => void }

export function Mending({ given, row, span, current, onOpen }: MendingProps) {
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
          {row.issues.map((issue) => (
            <IssueLine key={`${issue.code}:${say(issue.place)}`} given={given} row={row} issue={issue} />
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
                {say(acceptWords(row))}
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

function acceptWords({ row, issues }: ImportRow) {
  const codes = issues.map(({ code }) => code)
  if (codes.includes('repeated')) return t(`留第 ${row} 行`, `Keep row ${row}`)
  if (codes.includes('namesakeHere')) return t('是两个人，收', 'Two people, accept')
  return t('核过了，收', 'Checked, accept')
}

type IssueProps = { given: Import; row: ImportRow; issue: ImportRow['issues'][number] }

/** What is wrong and what may be meant: taken for this row, or for all rows of the kind. */
function IssueLine({ given, row, issue }: IssueProps) {
  const say = useText()
  const fix = useAct('import.fix')
  const all = useAct('import.fixAlike')
  const { code, place, text, proposals, level } = issue
  const at = { importId: given.id, rowId: row.id }
  const alike = given.reasons.find((one) => one.code === code)?.count ?? 1
  return (
    <>
      <p>
        <span className="import-place">{say(place)}</span>　{say(text)}
        {proposals.map((one) => {
          const values = { [one.field]: one.value }
          return (
            <span key={one.value} className="import-proposal">
              <button type="button" className="link-button" onClick={() => fix.mutate({ ...at, values })}>
                {say(one.text)}
              </button>
              {alike > 1 && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={say(
                    t(`同样写法的都改：${one.text.zh}`, `All written like this: ${one.text.en}`),
                  )}
                  onClick={() => all.mutate({ ...at, code, values })}
                >
                  {say(t('同样写法的都改', 'all written like this'))}
                </button>
              )}
            </span>
          )
        })}
        {level === 'doubt' && alike > 1 && code !== 'repeated' && (
          <span className="import-proposal">
            <button
              type="button"
              className="link-button"
              onClick={() => all.mutate({ ...at, code, as: 'accept' })}
            >
              {say(t(`这 ${alike} 行都核过了，收`, `All ${alike} checked, accept`))}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => all.mutate({ ...at, code, as: 'skip' })}
            >
              {say(t('都不导', 'leave all out'))}
            </button>
          </span>
        )}
      </p>
      {(all.data?.left ?? 0) > 0 && (
        <p className="note">
          {say(
            t(
              `先改了 ${all.data?.rows} 行，还有 ${all.data?.left} 行。请再点一次。`,
              `${all.data?.rows} rows done, ${all.data?.left} left. Press again.`,
            ),
          )}
        </p>
      )}
      {(fix.error ?? all.error) && <ProblemNote problem={(fix.error ?? all.error) as WebProblem} />}
    </>
  )
}

function labelOf(given: Import, field: string) {
  return given.targets.find(({ target }) => target === field)?.label ?? t(field, field)
}
