// Links and addresses of the house. Filters live in the address, so a page can be sent to a colleague.
import { type AnyRouter, Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type LinkProps = { to: string; children: ReactNode; className?: string; title?: string; current?: boolean }

/** A link inside the house: `<PageLink to={`/case/${id}`}>…</PageLink>`. `to` may carry `?a=b`. */
export function PageLink({ to, children, className, title, current }: LinkProps) {
  const { path, search } = splitAddress(to)
  return (
    <Link
      to={path}
      search={search}
      className={className}
      title={title}
      aria-current={current ? 'page' : undefined}
      activeProps={{}}
    >
      {children}
    </Link>
  )
}

/** `const go = useGo(); go('/case/12')`. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => {
    const { path, search } = splitAddress(to)
    void navigate({ to: path, search })
  }
}

/** A part of the path: for `/case/$id`, `usePathValue('id')`. */
export function usePathValue(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name] ?? ''
}

/** A value kept in the address after `?`; setting it replaces the entry in the history. */
export function useAddressValue(name: string): [string | undefined, (value: string | undefined) => void] {
  const navigate = useNavigate()
  const search = useRouterState<AnyRouter, Record<string, unknown>>({
    select: (state) => state.location.search,
  })
  const value = search[name]
  const set = (next: string | undefined) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, [name]: next }),
      replace: true,
    })
  }
  return [value === undefined ? undefined : String(value), set]
}

/** The path with its `?`, as the second column compares it. */
export function useAddress(): string {
  return useRouterState({ select: (state) => state.location.pathname + state.location.searchStr })
}

function splitAddress(to: string): { path: string; search: Record<string, string> } {
  const [path = '/', query = ''] = to.split('?')
  return { path, search: Object.fromEntries(new URLSearchParams(query)) }
}
