// The list that the open page came from, as its crumb says: the second column marks that line for `/case/12`, too.
import { useEffect, useSyncExternalStore } from 'react'

let here: string | undefined
const listeners = new Set<() => void>()

function set(next: string | undefined) {
  here = next
  for (const tell of listeners) tell()
}

/** Called by `Page` with the address of its last crumb; forgotten when the page goes. */
export function useComesFrom(address: string | undefined): void {
  useEffect(() => {
    set(address)
    return () => set(undefined)
  }, [address])
}

export function useHere(): string | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => here,
  )
}
