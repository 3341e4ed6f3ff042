// One finding: both values side by side, what to look at, how it was handled, and its conclusion.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { momentWords } from '../import/import-words.ts'
import { BehindLinks } from './behind-link.tsx'
import { CompareLink } from './compare-link.tsx'
import { differenceText, type Finding, FindingState } from './finding-table.tsx'

export function FindingSheet({ finding }: { finding: Finding }) {
  const say = useText()
  const read = useCall('verify.get', { findingId: finding.id })
  return (
    <Sheet title={finding.label} states={<FindingState finding={finding} />}>
      <p>{say(finding.place)}</p>
      <dl className="verify-pair">
        <div>
          <dt>{say(t('写的是', 'Stated'))}</dt>
          <dd>{say(finding.stated)}</dd>
        </div>
        <div>
          <dt>{say(t('核出来', 'Found'))}</dt>
          <dd>{say(finding.computed) || say(finding.verdictText)}</dd>
        </div>
        {finding.difference !== null && (
          <div>
            <dt>{say(t('差', 'Difference'))}</dt>
            <dd>{say(differenceText(finding.difference))}</dd>
          </div>
        )}
      </dl>
      <Facts
        facts={[
          { label: t('结论', 'Verdict'), value: say(finding.verdictText) },
          { label: t('该看什么', 'What to look at'), value: say(finding.advice) },
          ...(finding.amount === null
            ? []
            : [{ label: t('涉及金额', 'Amount'), value: <MoneyText yuan={finding.amount} unit /> }]),
          { label: t('发现', 'Found on'), value: momentWords(finding.foundAt) },
          { label: t('查看', 'Open'), value: <Rows finding={finding} /> },
        ]}
      />
      {read.data && (read.data.acts.length > 0 || closedByRun(finding)) && (
        <ul className="verify-acts">
          {closedByRun(finding) && (
            <li className="verify-act">
              <span className="note">{momentWords(finding.handledAt ?? '')}</span>
              <br />
              {say(finding.note ?? undefined)}
            </li>
          )}
          {read.data.acts.map((act) => (
            <li key={act.at} className="verify-act">
              <span className="note">{`${momentWords(act.at)}　${act.name}`}</span>
              <br />
              {act.note}
            </li>
          ))}
        </ul>
      )}
      <Conclusion finding={finding} />
    </Sheet>
  )
}

/** Nobody closed it: a run of the checks no longer found it, and says so. */
function closedByRun({ state, handler, note }: Finding): boolean {
  return state === 'corrected' && handler === null && note !== null
}

function Rows({ finding }: { finding: Finding }) {
  const say = useText()
  return (
    <>
      {finding.rowIds.slice(0, 6).map((id, at) => (
        <span key={id}>
          {at > 0 && '　'}
          <PageLink to={addressOf(finding.register, id)}>
            {say(
              finding.register === 'figureSheet'
                ? t('打开材料', 'Open the document')
                : t(`第 ${at + 1} 条`, `Entry ${at + 1}`),
            )}
          </PageLink>
        </span>
      ))}
      <BehindLinks finding={finding} />
      {finding.merged.map(({ id, into }) => (
        <span key={id} className="note">
          {say(t(`　编号 ${id} 已并入编号 ${into}`, ` Number ${id} was merged into ${into}`))}
        </span>
      ))}
      <CompareLink finding={finding} />
    </>
  )
}

/** A finding of a document leads to it; others to their rows. */
function addressOf(register: string, id: number): string {
  return register === 'figureSheet' ? `/verify/figures?sheet=${id}` : `/r/${register}/${id}`
}

function Conclusion({ finding }: { finding: Finding }) {
  const say = useText()
  const may = useMay()
  const [note, setNote] = useState('')
  const act = useAct('verify.act', { onDone: () => setNote('') })
  if (!may('verify.act')) return null
  const closed = finding.state === 'explained' || finding.state === 'corrected'
  const send = (as: 'explain' | 'correct' | 'check' | 'reopen') =>
    act.mutate({ findingId: finding.id, as, note })
  const off = note.trim() === '' || act.isPending
  return (
    <div className="verify-conclusion">
      {finding.mine && !closed && (
        <p className="note">
          {say(
            t('这个数是您报的，请由县里另一人结。', 'You reported this figure; let somebody else close it.'),
          )}
        </p>
      )}
      <Input.TextArea
        aria-label={say(t('说明', 'Note'))}
        placeholder={say(
          closed
            ? t('重开的理由', 'Why it is reopened')
            : t('看了什么，结论是什么', 'What you looked at, and what came of it'),
        )}
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="verify-buttons">
        {closed ? (
          <Button disabled={off} onClick={() => send('reopen')}>
            {say(t('重开', 'Reopen'))}
          </Button>
        ) : (
          <>
            <Button type="primary" disabled={off || finding.mine} onClick={() => send('correct')}>
              {say(t('已更正', 'Corrected'))}
            </Button>
            <Button disabled={off || finding.mine} onClick={() => send('explain')}>
              {say(t('有理由，说明', 'Explain'))}
            </Button>
            <Button disabled={off} onClick={() => send('check')}>
              {say(t('转核实', 'Have it looked at'))}
            </Button>
          </>
        )}
      </div>
      {act.error && <ProblemNote problem={act.error} />}
    </div>
  )
}
