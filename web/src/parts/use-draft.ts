// What is filled in but not saved survives a reload of this tab. It is forgotten at sign-out and when it is saved.
import { useState } from 'react'
import { useSession } from '../app/session.tsx'

/**
 * `const [values, setValues, forget] = useDraft('case:12:check', {})`. The draft stays on this tab only and belongs
 * to the person who is signed in; `forget` after saving.
 */
export function useDraft<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const { me } = useSession()
  const place = `xiangce.draft.${me.accountId}.${key}`
  const [value, setValue] = useState<T>(() => readDraft(place, initial))
  const keep = (next: T) => {
    setValue(next)
    sessionStorage.setItem(place, JSON.stringify(next))
  }
  const forget = () => {
    setValue(initial)
    sessionStorage.removeItem(place)
  }
  return [value, keep, forget]
}

function readDraft<T>(place: string, initial: T): T {
  const kept = sessionStorage.getItem(place)
  if (kept === null) return initial
  // written by `keep` above, in the same shape
  return JSON.parse(kept) as T
}
