// The second column: the pages of the open room, grouped by system, with row counts in scope.
import { useHere } from './here.ts'
import { PageLink } from './link.tsx'
import { entriesOf, grouped, openEntry } from './navigation.ts'
import type { Entry, RoomPages } from './page-route.ts'
import type { RoomId } from './rooms.ts'
import { useMay, useSession } from './session.tsx'
import { t, useText } from './text.tsx'

type ColumnProps = { room: RoomId; address: string; pages: readonly RoomPages[] }

export function SecondColumn({ room, address, pages }: ColumnProps) {
  const useCounts = pages.find((page) => page.room === room && page.useCounts)?.useCounts ?? noCounts
  const counts = useCounts()
  return <ColumnList room={room} address={address} pages={pages} counts={counts} />
}

function ColumnList({ room, address, pages, counts }: ColumnProps & { counts: Record<string, number> }) {
  const say = useText()
  const { me, meta } = useSession()
  const may = useMay()
  const entries = entriesOf(room, { me, meta, may }, pages)
  const here = useHere()
  const open = openEntry(entries, address) ?? (here ? openEntry(entries, here) : undefined)
  return (
    <nav className="second-column" aria-label={say(t('本房间的页面', 'Pages of this room'))}>
      {grouped(entries).map(({ group, entries: lines }) => (
        <section key={group.zh}>
          <h2 className="column-group">{say(group)}</h2>
          <ul>
            {lines.map((entry) => (
              <ColumnLine
                key={entry.to}
                entry={entry}
                open={entry === open}
                count={entry.count ?? counts[entry.to]}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function ColumnLine({ entry, open, count }: { entry: Entry; open: boolean; count: number | undefined }) {
  const say = useText()
  return (
    <li>
      <PageLink to={entry.to} className={`column-line${open ? ' column-line-open' : ''}`} current={open}>
        <span>{say(entry.label)}</span>
        {count !== undefined && <span className="column-count">{count.toLocaleString('en-US')}</span>}
      </PageLink>
    </li>
  )
}

function noCounts(): Record<string, number> {
  return {}
}
