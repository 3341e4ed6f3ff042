// One line of the explanation: level rules at the left, label and formula, clause, result; the clause opens below.
import type { KeyboardEvent } from 'react'
import { PageLink } from '../app/link.tsx'
import { type Say, t, useText } from '../app/text.tsx'
import type { ExplainClause, ExplainNode, ExplainRow } from './explain-node.ts'
import { StateMark } from './state-mark.tsx'

type LineActs = {
  onToggle: () => void
  onClause: () => void
  onFocus: () => void
  onKey: (event: KeyboardEvent<HTMLElement>) => void
}
type LineProps = { row: ExplainRow; open: boolean; clauseOpen: boolean; focusable: boolean; acts: LineActs }

export function ExplainLine({ row, open, clauseOpen, focusable, acts }: LineProps) {
  const { node, level } = row
  const parent = Boolean(node.children?.length)
  return (
    <>
      <tr
        className={`explain-row${node.notTaken ? ' explain-not-taken' : ''}${clauseOpen ? ' explain-row-open' : ''}`}
        data-node={node.id}
        style={levelStyle(level)}
        aria-level={level + 1}
        aria-posinset={row.position}
        aria-setsize={row.siblings}
        aria-expanded={parent ? open : undefined}
        tabIndex={focusable ? 0 : -1}
        onFocus={acts.onFocus}
        onKeyDown={acts.onKey}
      >
        <td className="explain-step">
          <StepWords node={node} parent={parent} open={open} level={level} onToggle={acts.onToggle} />
        </td>
        <td className="explain-source">
          <Basis node={node} open={clauseOpen} onClause={acts.onClause} />
        </td>
        <td className="explain-result">
          <Result node={node} />
        </td>
      </tr>
      {clauseOpen && node.clause && <ClauseRow clause={node.clause} level={level} />}
    </>
  )
}

function StepWords({
  node,
  parent,
  open,
  level,
  onToggle,
}: {
  node: ExplainNode
  parent: boolean
  open: boolean
  level: number
  onToggle: () => void
}) {
  const say = useText()
  return (
    <div className="explain-words">
      {levelRules.slice(0, level).map((left) => (
        <span key={left} className="explain-rule" style={{ left }} />
      ))}
      {parent ? <Fold open={open} onToggle={onToggle} /> : <span className="explain-fold" />}
      <span>
        <span className={parent || node.kind === 'sum' ? 'explain-label explain-strong' : 'explain-label'}>
          {node.notTaken && say(t('没走这条：', 'Not taken: '))}
          {prefixOf(node, say)}
          {say(node.label)}
        </span>
        {node.formula && <span className="explain-formula">{say(node.formula)}</span>}
      </span>
    </div>
  )
}

/** A label that says it itself does not say it twice. */
function prefixOf(node: ExplainNode, say: Say): string {
  const prefix = say(kindWords[node.kind])
  return say(node.label).startsWith(prefix) ? '' : prefix
}

/** One rule a level, deep enough for any policy. */
const levelRules = Array.from({ length: 40 }, (_, at) => `calc(var(--indent) * ${at} + 24px)`)

const kindWords: Partial<Record<ExplainNode['kind'], ReturnType<typeof t>>> = {
  check: t('核对：', 'Check: '),
}

function Fold({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const say = useText()
  return (
    <button
      type="button"
      className="explain-fold"
      tabIndex={-1}
      onClick={onToggle}
      aria-label={say(open ? t('收起', 'Fold') : t('展开', 'Open'))}
    >
      {open ? '▾' : '▸'}
    </button>
  )
}

function Basis({ node, open, onClause }: { node: ExplainNode; open: boolean; onClause: () => void }) {
  const say = useText()
  if (!node.clause) return <span className="explain-fact-source">{say(node.source)}</span>
  const name = say(node.clause.name)
  return (
    <>
      {node.clause.quote ? (
        <button type="button" className="clause-button" aria-expanded={open} onClick={onClause}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {node.source && <span className="explain-fact-source"> {say(node.source)}</span>}
    </>
  )
}

function Result({ node }: { node: ExplainNode }) {
  const say = useText()
  return (
    <>
      {node.result.mark ? (
        <StateMark mark={node.result.mark} word={node.result.text} strong />
      ) : (
        <b>{say(node.result.text)}</b>
      )}
      {node.remedy && (
        <button type="button" className="link-button explain-remedy" onClick={node.remedy.onAct}>
          {say(node.remedy.label)}
        </button>
      )}
    </>
  )
}

/** What the clause says, in the reader's language and in our own words. */
function ClauseRow({ clause, level }: { clause: ExplainClause; level: number }) {
  const say = useText()
  return (
    <tr className="clause-row">
      <td colSpan={3}>
        <blockquote className="clause" style={levelStyle(level)}>
          <p className="note">
            {say(clause.name)}　{say(t('大意', 'what it says'))}
          </p>
          <p>
            {say(clause.quote)}
            {clause.open && <PageLink to={clause.open.to}>{say(clause.open.label)}</PageLink>}
          </p>
        </blockquote>
      </td>
    </tr>
  )
}

/** The level as a property, so that the phone's style sheet may indent otherwise. */
function levelStyle(level: number): React.CSSProperties {
  return { '--level': level } as React.CSSProperties // a custom property is no member of CSSProperties
}
