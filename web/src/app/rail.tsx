// The rail: rooms as single characters, like the index tabs of a bound register. On phones: five tabs below.
import { Drawer } from 'antd'
import { useState } from 'react'
import { PageLink } from './link.tsx'
import type { RoomPages } from './page-route.ts'
import type { Room, RoomId } from './rooms.ts'
import { t, useText } from './text.tsx'

type RailProps = { rooms: readonly Room[]; open: RoomId; pages: readonly RoomPages[] }

export function Rail({ rooms, open, pages }: RailProps) {
  const say = useText()
  return (
    <nav className="rail" aria-label={say(t('房间', 'Rooms'))}>
      <span className="rail-brand" aria-hidden="true">
        乡
      </span>
      {rooms.map((room) => (
        <RailTab key={room.id} room={room} open={room.id === open} pages={pages} />
      ))}
    </nav>
  )
}

function RailTab({ room, open, pages }: { room: Room; open: boolean; pages: readonly RoomPages[] }) {
  const say = useText()
  const side = room.id === 'desk' ? ' rail-tab-first' : room.id === 'settings' ? ' rail-tab-last' : ''
  return (
    <PageLink to={room.home} className={`rail-tab${open ? ' rail-tab-open' : ''}${side}`} current={open}>
      <span className="rail-character" aria-hidden="true">
        {room.character}
      </span>
      <span className="rail-label">{say(room.label)}</span>
      <Badge room={room.id} pages={pages} />
    </PageLink>
  )
}

/** How many things wait for me in a room; the room's pages know. */
function Badge({ room, pages }: { room: RoomId; pages: readonly RoomPages[] }) {
  const own = pages.find((page) => page.room === room && page.useBadge)
  return own?.useBadge ? <CountedBadge useBadge={own.useBadge} /> : null
}

function CountedBadge({ useBadge }: { useBadge: () => number | undefined }) {
  const say = useText()
  const count = useBadge()
  if (!count) return null
  return (
    <span className="rail-badge">
      {count > 99 ? '99+' : count}
      <span className="only-read-aloud">{say(t('件等您办', 'waiting for you'))}</span>
    </span>
  )
}

const phoneRooms: readonly RoomId[] = ['desk', 'register', 'procedure', 'verify']

export function TabsBelow({ rooms, open, pages }: RailProps) {
  const say = useText()
  const [more, setMore] = useState(false)
  const shown = rooms
    .filter((room) => phoneRooms.includes(room.id))
    .sort((a, b) => phoneRooms.indexOf(a.id) - phoneRooms.indexOf(b.id))
  const rest = rooms.filter((room) => !phoneRooms.includes(room.id))
  return (
    <nav className="tabs-below" aria-label={say(t('房间', 'Rooms'))}>
      {shown.map((room) => (
        <RailTab key={room.id} room={room} open={room.id === open} pages={pages} />
      ))}
      <button
        type="button"
        className={`rail-tab${rest.some((room) => room.id === open) ? ' rail-tab-open' : ''}`}
        onClick={() => setMore(true)}
      >
        <span className="rail-character" aria-hidden="true">
          ⋯
        </span>
        <span className="rail-label">{say(t('更多', 'More'))}</span>
      </button>
      <Drawer
        open={more}
        onClose={() => setMore(false)}
        placement="bottom"
        size={56 + rest.length * 49}
        title={say(t('更多', 'More'))}
      >
        <ul className="more-rooms" onClickCapture={() => setMore(false)}>
          {rest.map((room) => (
            <li key={room.id}>
              <PageLink to={room.home}>
                <span className="rail-character">{room.character}</span> {say(room.label)}
              </PageLink>
            </li>
          ))}
        </ul>
      </Drawer>
    </nav>
  )
}
