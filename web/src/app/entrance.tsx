// The door: who is it? Then the shell; or the login; or what went wrong.
import { useQueryClient } from '@tanstack/react-query'
import { ProblemNote } from '../parts/problem-note.tsx'
import { WaitBars } from '../parts/wait-bars.tsx'
import { LoginAgain, LoginPage } from './login.tsx'
import type { RoomPages } from './page-route.ts'
import { SessionProvider, useExpiry, useMeta, useWho } from './session.tsx'
import { Shell } from './shell.tsx'

export function Entrance({ pages }: { pages: readonly RoomPages[] }) {
  const client = useQueryClient()
  const who = useWho()
  const meta = useMeta(Boolean(who.data) && !who.data?.mustChange)
  const expiry = useExpiry()
  const enter = () => void client.invalidateQueries()
  if (who.error)
    return <Alone>{<ProblemNote problem={who.error} onRetry={() => void who.refetch()} />}</Alone>
  if (who.data === null || who.data?.mustChange) return <LoginPage onDone={enter} />
  if (meta.error)
    return <Alone>{<ProblemNote problem={meta.error} onRetry={() => void meta.refetch()} />}</Alone>
  if (!who.data || !meta.data) return <Alone>{<WaitBars lines={6} />}</Alone>
  return (
    <SessionProvider me={who.data} meta={meta.data}>
      <Shell pages={pages} />
      <LoginAgain open={expiry.open} name={who.data.login} onDone={expiry.done} />
    </SessionProvider>
  )
}

function Alone({ children }: { children: React.ReactNode }) {
  return <main className="alone">{children}</main>
}
