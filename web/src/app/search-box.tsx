// `/`: persons, households, cases, accounts, vouchers, policies, pages. The text searched never stands in the address.
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { call } from '../api.ts'
import type { WebProblem } from '../problem.ts'
import { Icon } from './icons.tsx'
import { composes, useKeys } from './keys.ts'
import { useGo } from './link.tsx'
import { entriesOf } from './navigation.ts'
import type { RoomPages } from './page-route.ts'
import { rooms } from './rooms.ts'
import { type Found, type Hit, type HitGroup, hitGroups } from './search-hits.ts'
import { useHas, useMay, useSession } from './session.tsx'
import { t, useText } from './text.tsx'

export function SearchBox({ pages }: { pages: readonly RoomPages[] }) {
  const say = useText()
  const go = useGo()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { groups, settled } = useHits(text, pages)
  const hits = groups.flatMap((group) => group.hits)
  useKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []))
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    setText('')
    setOpen(false)
    input.current?.blur()
    go(hit.to)
  }
  const moveTo = (next: number) => {
    setAt(next)
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composes(event.nativeEvent)) return
    if (event.key === 'ArrowDown') moveTo(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') moveTo(Math.max(at - 1, 0))
    else if (event.key === 'Enter') choose(hits[at])
    else if (event.key === 'Escape') input.current?.blur()
    else return
    event.preventDefault()
  }
  const shown = open && text.trim().length > 0
  return (
    <search className="search-box">
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        role="combobox"
        aria-expanded={shown && hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown && hits[at] ? `${listId}-${at}` : undefined}
        aria-label={say(t('搜索', 'Search'))}
        placeholder={say(t('姓名、拼音、证件号、文号', 'Name, pinyin, ID, document no.'))}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd>/</kbd>
      {shown && (
        <HitList id={listId} groups={groups} at={at} settled={settled} text={text} onChoose={choose} />
      )}
    </search>
  )
}

type HitListProps = {
  id: string
  groups: readonly HitGroup[]
  at: number
  settled: boolean
  text: string
  onChoose: (hit: Hit) => void
}

function HitList({ id, groups, at, settled, text, onChoose }: HitListProps) {
  const say = useText()
  const hits = groups.flatMap((group) => group.hits)
  if (hits.length === 0) return <NothingFound settled={settled} text={text} />
  return (
    <div className="hit-list" id={id} role="listbox" aria-label={say(t('找到的', 'Found'))}>
      {groups.map((group) => (
        <div key={group.label.zh}>
          <p className="column-group">{say(group.label)}</p>
          {group.hits.map((hit) => (
            <button
              type="button"
              key={`${hit.to} ${say(hit.title)}`}
              id={`${id}-${hits.indexOf(hit)}`}
              role="option"
              tabIndex={-1}
              aria-selected={hits.indexOf(hit) === at}
              className="hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(hit)}
            >
              <b>{say(hit.title)}</b> <span>{say(hit.note)}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

function NothingFound({ settled, text }: { settled: boolean; text: string }) {
  const say = useText()
  const words = t(
    `没找到“${text}”。可以用姓名、拼音首字母、证件号全部或末四位、案件号、凭证号、文号、政策名来找。`,
    `Nothing found for “${text}”. Try a name, pinyin initials, the full ID or its last four, the number of a case, voucher or notice, or a policy.`,
  )
  return (
    <div className="hit-list" role="status">
      <p className="hit-none">{say(settled ? words : t('正在找……', 'Searching…'))}</p>
    </div>
  )
}

/** Asks 200 ms after the last key; pages are found at once. */
function useHits(text: string, pages: readonly RoomPages[]): { groups: HitGroup[]; settled: boolean } {
  const asked = useSettled(text.trim(), 200)
  const { me, meta } = useSession()
  const may = useMay()
  const searches = useHas('search.all')
  const found = useQuery<Found, WebProblem>({
    queryKey: ['search.all', asked],
    queryFn: ({ signal }) => call('search.all', { text: asked }, { signal }),
    enabled: asked.length > 0 && searches,
    gcTime: 0,
  })
  const places = rooms.flatMap((room) => entriesOf(room.id, { me, meta, may }, pages))
  return {
    groups: hitGroups(found.data, { places, text }),
    settled: asked === text.trim() && !found.isFetching,
  }
}

function useSettled(value: string, after: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}
