// The head of every page: where it lies, its title with state, one sentence, its actions. Then the sheets.
import { type ReactNode, useEffect } from 'react'
import { useComesFrom } from '../app/here.ts'
import { PageLink } from '../app/link.tsx'
import { type Text, t, useText } from '../app/text.tsx'
import './page.css'

export type Crumb = { label: Text | string; to?: string }
export type PageTab = { key: string; label: Text | string; count?: number; to: string }

type PageProps = {
  crumb?: readonly Crumb[]
  title: Text | string
  /** Beside the title in secondary ink: sex, age, masked ID. */
  aside?: ReactNode
  /** State marks, boxed. */
  states?: ReactNode
  /** One sentence: what is the case, what is due. */
  sentence?: ReactNode
  actions?: ReactNode
  tabs?: readonly PageTab[]
  tab?: string
  children: ReactNode
}

/** `<Page title={person.name} sentence="…" actions={<Button type="primary">办一件事</Button>}>…</Page>` */
export function Page({ crumb, title, aside, states, sentence, actions, tabs, tab, children }: PageProps) {
  const say = useText()
  const words = say(title)
  useComesFrom(crumb?.findLast((step) => step.to)?.to)
  useEffect(() => {
    document.title = `${words} · 乡册`
  }, [words])
  return (
    <>
      <header className="page-head">
        <div className="page-words">
          {crumb && <Crumbs crumb={crumb} />}
          <div className="page-title">
            <h1>{words}</h1>
            {aside && <span className="page-aside">{aside}</span>}
            {states && <span className="page-states">{states}</span>}
          </div>
          {sentence && <p className="page-sentence">{sentence}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {tabs ? <PageTabs tabs={tabs} open={tab} /> : <div className="page-gap" />}
      {children}
    </>
  )
}

function Crumbs({ crumb }: { crumb: readonly Crumb[] }) {
  const say = useText()
  return (
    <nav aria-label={say(t('位置', 'Place'))}>
      <ol className="crumb">
        {crumb.map((step) => (
          <li key={`${step.to ?? ''} ${say(step.label)}`}>
            {step.to ? <PageLink to={step.to}>{say(step.label)}</PageLink> : say(step.label)}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function PageTabs({ tabs, open }: { tabs: readonly PageTab[]; open: string | undefined }) {
  const say = useText()
  return (
    <nav className="page-tabs" aria-label={say(t('分页', 'Parts of this page'))}>
      {tabs.map((tab) => (
        <PageLink
          key={tab.key}
          to={tab.to}
          current={tab.key === open}
          className={tab.key === open ? 'page-tab page-tab-open' : 'page-tab'}
        >
          {say(tab.label)}
          {tab.count !== undefined && (
            <span className="page-tab-count">{tab.count.toLocaleString('en-US')}</span>
          )}
        </PageLink>
      ))}
    </nav>
  )
}

/** Two columns on wide windows: the main one takes the slack, the side one has its width (px). */
export function Columns({
  main,
  side,
  sideWidth = 340,
  sideFirst = false,
}: {
  main: ReactNode
  side: ReactNode
  sideWidth?: number
  sideFirst?: boolean
}) {
  const style = { '--side-width': `${sideWidth}px` } as React.CSSProperties // a custom property is no member of CSSProperties
  return (
    <div className={`columns${sideFirst ? ' columns-side-first' : ''}`} style={style}>
      <div className="stack">{main}</div>
      <div className="stack columns-side">{side}</div>
    </div>
  )
}

/** Brings the side column into sight where it stands below the main one: on a phone what was opened would stay out of it. */
export function showSide(): void {
  requestAnimationFrame(() => {
    const side = document.querySelector('.columns-side')
    const below = (side?.getBoundingClientRect().top ?? 0) > window.innerHeight * 0.6
    if (below) side?.scrollIntoView({ block: 'start' })
  })
}

/** Sheets below one another, 12 px apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>
}
