// Who is working, for which office and area; and what this person may see (`/api/meta`).
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { callSession, onExpired } from '../api.ts'
import type { WebProblem } from '../problem.ts'
import { type Me, type Meta, readMeta } from './meta.ts'

type SessionState = {
  me: Me
  meta: Meta
  leave: () => Promise<void>
  switchScope: (assignmentId: number) => Promise<void>
}
const SessionContext = createContext<SessionState | undefined>(undefined)

type Expiry = { open: boolean; done: () => void }
const noExpiry: Expiry = { open: false, done: () => undefined }

/** The person and the permitted pages; only inside the shell. */
export function useSession(): SessionState {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside of the shell')
  return session
}

/** True when the actor holds a verb; `person.*` in the list covers `person.read`. */
export function useMay(): (verb: string) => boolean {
  const { me } = useSession()
  return (verb) => mayDo(me.verbs, verb)
}

/** True when the house has this operation and this person may call it. */
export function useHas(operation: string): boolean {
  const { meta } = useSession()
  return meta.operations.some((one) => one.name === operation)
}

/** Pure: does this list of verbs cover the verb? */
export function mayDo(verbs: readonly string[], verb: string): boolean {
  const room = verb.slice(0, verb.indexOf('.'))
  return verbs.some((held) => held === verb || held === '*' || held === `${room}.*`)
}

/** Asks who is signed in; `undefined` while it is asked, `null` when nobody is. */
export function useWho() {
  return useQuery<Me | null, WebProblem>({
    queryKey: ['session.me'],
    queryFn: findMe,
    staleTime: 60_000,
    retry: false,
  })
}

/** Holds session and meta for the pages below; `children` appear when both are there. */
export function SessionProvider({ me, meta, children }: { me: Me; meta: Meta; children: ReactNode }) {
  const client = useQueryClient()
  const state = useMemo<SessionState>(
    () => ({
      me,
      meta,
      leave: async () => {
        await callSession('logout')
        client.clear()
        sessionStorage.clear()
        window.location.assign('/')
      },
      switchScope: async (assignmentId) => {
        await callSession('scope', { assignmentId })
        sessionStorage.setItem('xiangce.scope-changed', '1')
        window.location.assign('/')
      },
    }),
    [me, meta, client],
  )
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>
}

/** `/api/meta`: what exists for this person. */
export function useMeta(enabled: boolean) {
  return useQuery<Meta, WebProblem>({ queryKey: ['meta'], queryFn: readMeta, enabled, staleTime: 300_000 })
}

/** Opens when any call meets an expired login; `done` lets the waiting calls go on. */
export function useExpiry(): Expiry {
  const [expiry, setExpiry] = useState<Expiry>(noExpiry)
  useEffect(() => {
    let waiting: Promise<void> | undefined
    onExpired(() => {
      waiting ??= new Promise<void>((resolve) => {
        const done = () => {
          waiting = undefined
          setExpiry(noExpiry)
          resolve()
        }
        setExpiry({ open: true, done })
      })
      return waiting
    })
  }, [])
  return expiry
}

async function findMe(): Promise<Me | null> {
  try {
    // the platform's own answer, see meta.ts
    return (await callSession('me')) as Me
  } catch (error) {
    if (isUnauthorised(error)) return null
    throw error
  }
}

function isUnauthorised(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 401
}
