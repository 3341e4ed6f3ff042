// How wide the window is, in the three steps that the shell knows.
import { useSyncExternalStore } from 'react'

export type Screen = 'phone' | 'narrow' | 'wide'

/** `phone` below 768 px, `narrow` below 1280 px (the second column folds), else `wide`. */
export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, screenNow)
}

export function screenNow(): Screen {
  if (window.innerWidth < 768) return 'phone'
  return window.innerWidth < 1280 ? 'narrow' : 'wide'
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}
