// A sheet of paper on the desk: title, note, actions, body, footer. Hairlines, no shadow.
import { type ReactNode, useId } from 'react'
import { type Text, useText } from '../app/text.tsx'
import './sheet.css'

type SheetProps = {
  title?: Text | string
  /** Small and grey beside the title: counts, units, the day that it speaks of. */
  note?: ReactNode
  /** State marks right after the title. */
  states?: ReactNode
  actions?: ReactNode
  /** Body without padding, for tables and lists that reach the edge. */
  flush?: boolean
  /** The last line: what will happen, and the buttons. */
  footer?: ReactNode
  /** Violet and dashed: nothing here is in force. */
  trial?: boolean
  children?: ReactNode
}

/** `<Sheet title={t('经过','History')} note="27 条" actions={<a>…</a>} flush><DataTable … /></Sheet>` */
export function Sheet({ title, note, states, actions, flush, footer, trial, children }: SheetProps) {
  const say = useText()
  const id = useId()
  return (
    <section className={`sheet${trial ? ' sheet-trial' : ''}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="sheet-head">
          <h2 id={id}>{say(title)}</h2>
          {states}
          {note && <span className="sheet-note">{note}</span>}
          {actions && <div className="sheet-actions">{actions}</div>}
        </header>
      )}
      {children !== undefined && <div className={flush ? 'sheet-flush' : 'sheet-body'}>{children}</div>}
      {footer && <footer className="sheet-footer">{footer}</footer>}
    </section>
  )
}

/** Label and value lines: `<Facts facts={[{ label: t('户口','Hukou'), value: '农业', source: '户籍册・2023-06-30' }]} />` */
export function Facts({
  facts,
}: {
  facts: readonly { key?: string; label: Text | string; value: ReactNode; source?: ReactNode }[]
}) {
  const say = useText()
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key ?? say(fact.label)} className="fact">
          <dt>{say(fact.label)}</dt>
          <dd>
            {fact.value}
            {fact.source && <span className="fact-source">{fact.source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
