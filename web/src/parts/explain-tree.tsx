// The explanation as a calculation sheet: step and formula, clause or source, result. Keys as in a tree.
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { composes } from '../app/keys.ts'
import { type Text, t, useText } from '../app/text.tsx'
import { ExplainLine } from './explain-line.tsx'
import {
  allOpen,
  type ExplainNode,
  type ExplainRow,
  explainAsText,
  openAtFirst,
  visibleRows,
} from './explain-node.ts'
import { Glyph } from './state-mark.tsx'
import './explain-tree.css'

export type { ExplainClause, ExplainKind, ExplainNode } from './explain-node.ts'

type ExplainTreeProps = {
  roots: readonly ExplainNode[]
  /** What is explained, read aloud. */
  label: Text | string
  /** First line: recomputed against the voucher. `difference` in yuan; anything but 0.00 is a red band. */
  verdict?: { words: ReactNode; differs: boolean; versions?: ReactNode }
  onPrint?: () => void
  /** 看规则原文. */
  ruleLink?: ReactNode
  /** The rule itself, nobody's result: another head over the last column, no word on facts. */
  rule?: { head: Text }
}

/** `<ExplainTree label="到手合计" roots={nodes} verdict={{ words: '重算 240.00 元，与凭证相差 0.00 元', differs: false }} />` */
export function ExplainTree({ roots, label, verdict, onPrint, ruleLink, rule }: ExplainTreeProps) {
  const say = useText()
  const tree = useTree(roots)
  return (
    <div className="explain">
      {verdict && <VerdictLine verdict={verdict} />}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree grid is a table with levels */}
      <table className="explain-grid" role="treegrid" aria-label={say(label)} ref={tree.grid}>
        <thead>
          <tr>
            <th scope="col">{say(t('步骤与算法', 'Step and formula'))}</th>
            <th scope="col">{say(t('依据 / 事实来源', 'Clause / source of fact'))}</th>
            <th scope="col" className="number">
              {say(rule?.head ?? t('结果', 'Result'))}
            </th>
          </tr>
        </thead>
        <tbody>
          {tree.rows.map((row) => (
            <ExplainLine
              key={row.node.id}
              row={row}
              open={tree.open.has(row.node.id)}
              clauseOpen={tree.clause === row.node.id}
              focusable={row.node.id === tree.at}
              acts={tree.acts(row)}
            />
          ))}
        </tbody>
      </table>
      <footer className="explain-foot">
        {onPrint && <TextButton words={t('打印说明单', 'Print')} onClick={onPrint} />}
        <CopyButton roots={roots} />
        {ruleLink}
        {!rule && (
          <span className="note">
            {say(t('不在上面出现的事实，不影响这个结果', 'Facts not shown above do not affect this result'))}
          </span>
        )}
      </footer>
    </div>
  )
}

function VerdictLine({ verdict }: { verdict: NonNullable<ExplainTreeProps['verdict']> }) {
  return (
    <p className={`explain-verdict${verdict.differs ? ' explain-differs' : ''}`}>
      <Glyph mark={verdict.differs ? 'refused' : 'done'} /> <span>{verdict.words}</span>
      <span className="note">{verdict.versions}</span>
    </p>
  )
}

function CopyButton({ roots }: { roots: readonly ExplainNode[] }) {
  const say = useText()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(explainAsText(roots, say)).then(() => setCopied(true))
  return (
    <span role="status">
      <TextButton words={copied ? t('已复制', 'Copied') : t('复制为文字', 'Copy as text')} onClick={copy} />
    </span>
  )
}

function TextButton({ words, onClick }: { words: Text; onClick: () => void }) {
  const say = useText()
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {say(words)}
    </button>
  )
}

/** What is open, which row has the focus, and what keys do. */
function useTree(roots: readonly ExplainNode[]) {
  const grid = useRef<HTMLTableElement>(null)
  const first = useMemo(() => openAtFirst(roots), [roots])
  const [changed, setChanged] = useState<{ roots: readonly ExplainNode[]; open: ReadonlySet<string> }>()
  const open = changed?.roots === roots ? changed.open : first
  const [clause, setClause] = useState<string>()
  const [chosen, setAt] = useState<string>()
  const rows = useMemo(() => visibleRows(roots, open), [roots, open])
  const at = rows.some((row) => row.node.id === chosen) ? chosen : rows[0]?.node.id
  const setOpen = (next: ReadonlySet<string>) => setChanged({ roots, open: next })
  const toggle = (id: string) => setOpen(open.has(id) ? without(open, id) : new Set([...open, id]))
  const toggleClause = (id: string) => setClause((before) => (before === id ? undefined : id))
  const focus = (id: string | undefined) => {
    if (!id) return
    setAt(id)
    grid.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus()
  }
  const acts = (row: ExplainRow) => ({
    onToggle: () => toggle(row.node.id),
    onClause: () => toggleClause(row.node.id),
    onFocus: () => setAt(row.node.id),
    onKey: (event: KeyboardEvent<HTMLElement>) =>
      treeKey(event, row, {
        rows,
        open,
        toggle,
        toggleClause,
        focus,
        openAll: () => setOpen(allOpen(roots)),
      }),
  })
  return { grid, rows, open, clause, at, acts }
}

type TreeKeyState = {
  rows: readonly ExplainRow[]
  open: ReadonlySet<string>
  toggle: (id: string) => void
  toggleClause: (id: string) => void
  focus: (id: string | undefined) => void
  openAll: () => void
}

function treeKey(event: KeyboardEvent<HTMLElement>, row: ExplainRow, state: TreeKeyState): void {
  if (composes(event.nativeEvent) || event.target !== event.currentTarget) return
  const run = treeKeys(row, event.key.length === 1 ? event.key.toLowerCase() : event.key, state)
  if (!run) return
  event.preventDefault()
  event.stopPropagation()
  run()
}

/** Arrows as in a tree; Enter folds; `*` opens all; C shows the clause. Undefined = not our key. */
function treeKeys(row: ExplainRow, key: string, state: TreeKeyState): (() => void) | undefined {
  const { rows, open, toggle, toggleClause, focus, openAll } = state
  const { id } = row.node
  const index = rows.findIndex((one) => one.node.id === id)
  const parent = Boolean(row.node.children?.length)
  const beside = (by: number) => () => focus(rows[index + by]?.node.id)
  const keys = new Map<string, () => void>([
    ['ArrowDown', beside(1)],
    ['ArrowUp', beside(-1)],
    ['j', beside(1)],
    ['k', beside(-1)],
    ['Home', () => focus(rows[0]?.node.id)],
    ['End', () => focus(rows.at(-1)?.node.id)],
    ['ArrowRight', parent && !open.has(id) ? () => toggle(id) : beside(1)],
    ['ArrowLeft', parent && open.has(id) ? () => toggle(id) : () => focus(row.parent)],
    ['*', openAll],
  ])
  if (parent) keys.set('Enter', () => toggle(id)).set(' ', () => toggle(id))
  if (row.node.clause?.quote) keys.set('c', () => toggleClause(id))
  return keys.get(key)
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id))
}
