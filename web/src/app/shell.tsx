// The office shell: rail, second column, header, the page. Everything else stands inside `main`.
import { Outlet } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { focusFirstRow } from '../parts/row-keys.ts'
import { Header } from './header.tsx'
import { KeyList } from './key-list.tsx'
import { pressPrimary, useKeys } from './keys.ts'
import { useAddress, useGo } from './link.tsx'
import { actsBelowCounty } from './meta.ts'
import { entriesOf, openRooms } from './navigation.ts'
import type { RoomPages } from './page-route.ts'
import { Rail, TabsBelow } from './rail.tsx'
import { type Room, roomOf } from './rooms.ts'
import { ScopeChanged } from './scope-switch.tsx'
import { useScreen } from './screen.ts'
import { SecondColumn } from './second-column.tsx'
import { useMay, useSession } from './session.tsx'
import { t, useText } from './text.tsx'
import './shell.css'

export function Shell({ pages }: { pages: readonly RoomPages[] }) {
  const { me, meta } = useSession()
  const may = useMay()
  const address = useAddress()
  const screen = useScreen()
  const [keysShown, showKeys] = useState(false)
  const column = useColumn(screen === 'wide', address)
  const visible = useMemo(() => openRooms({ me, meta, may }, pages), [me, meta, may, pages])
  useShellKeys(visible, { toggleColumn: column.toggle, showKeys: () => showKeys(true) })
  const room = roomOf(address)
  const columnOpen = column.open && entriesOf(room, { me, meta, may }, pages).length > 0
  return (
    <div className={`shell${columnOpen ? ' shell-with-column' : ''}`} data-screen={screen}>
      <SkipLink />
      {screen === 'phone' ? (
        <TabsBelow rooms={visible} open={room} pages={pages} />
      ) : (
        <Rail rooms={visible} open={room} pages={pages} />
      )}
      <Header
        belowCounty={actsBelowCounty(me)}
        onColumn={column.toggle}
        columnOpen={columnOpen}
        onKeys={() => showKeys(true)}
        pages={pages}
      />
      {columnOpen && <SecondColumn key={room} room={room} address={address} pages={pages} />}
      <main className="shell-body" id="body" tabIndex={-1}>
        <ScopeChanged />
        <Outlet />
      </main>
      <KeyList open={keysShown} onClose={() => showKeys(false)} />
    </div>
  )
}

function SkipLink() {
  const say = useText()
  return (
    <a className="skip-link" href="#body">
      {say(t('跳到正文', 'Skip to the page'))}
    </a>
  )
}

/** The second column: open on wide windows, folded on narrow ones; there it lies over the page until one chooses. */
function useColumn(wide: boolean, address: string): { open: boolean; toggle: () => void } {
  const [open, setOpen] = useState(wide)
  useEffect(() => setOpen(wide), [wide])
  useEffect(() => {
    if (!wide && address) setOpen(false)
  }, [wide, address])
  return { open, toggle: () => setOpen((before) => !before) }
}

function useShellKeys(
  visible: readonly Room[],
  acts: { toggleColumn: () => void; showKeys: () => void },
): void {
  const go = useGo()
  const digits = visible.flatMap((room) =>
    room.digit === undefined ? [] : [[`Alt+${room.digit}`, () => go(room.home)] as const],
  )
  useKeys({
    ...Object.fromEntries(digits),
    'Ctrl+b': acts.toggleColumn,
    'Ctrl+Enter': pressPrimary,
    '?': acts.showKeys,
    j: focusFirstRow,
  })
}
