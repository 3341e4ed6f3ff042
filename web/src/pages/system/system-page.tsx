// Everything that one system has, as far as this person may see it.
import { PageLink, usePathValue } from '../../app/link.tsx'
import { systemLabel } from '../../app/meta.ts'
import { entriesOf } from '../../app/navigation.ts'
import type { Entry } from '../../app/page-route.ts'
import { roomPages } from '../../app/room-pages.ts'
import { type Room, rooms } from '../../app/rooms.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import './system-page.css'

export function Page() {
  const id = usePathValue('id')
  const say = useText()
  const { me, meta } = useSession()
  const may = useMay()
  const label = systemLabel(meta, id)
  const parts = rooms
    .filter((room) => room.id !== 'desk' && room.id !== 'settings')
    .map((room) => ({
      room,
      entries: entriesOf(room.id, { me, meta, may }, roomPages).filter(
        (entry) => entry.group.zh === label.zh,
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
  const count = parts.reduce((sum, part) => sum + part.entries.length, 0)
  return (
    <PageFrame
      crumb={[{ label: t('工作台', 'Desk'), to: '/' }, { label }]}
      title={label}
      sentence={
        count > 0 ? say(t(`您在这里可以看 ${count} 页。`, `You may see ${count} pages here.`)) : undefined
      }
    >
      {parts.length === 0 ? (
        <EmptyNote
          text={t(
            '这一块没有您可以看的页面。请找安全管理员设置身份。',
            'There is no page for you here. Ask the security administrator about your office.',
          )}
        />
      ) : (
        <div className="system-rooms">
          {parts.map((part) => (
            <RoomSheet key={part.room.id} room={part.room} entries={part.entries} />
          ))}
        </div>
      )}
    </PageFrame>
  )
}

function RoomSheet({ room, entries }: { room: Room; entries: readonly Entry[] }) {
  const say = useText()
  return (
    <Sheet title={room.label} note={room.character} flush>
      <ul className="system-lines">
        {entries.map((entry) => (
          <li key={entry.to}>
            <PageLink to={entry.to}>{say(entry.label)}</PageLink>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
