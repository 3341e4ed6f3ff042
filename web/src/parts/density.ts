// Row height of tables, chosen per user on this device.
import { useSyncExternalStore } from 'react'
import type { Density } from '../theme/tokens.ts'

const storageKey = 'xiangce.density'
const listeners = new Set<() => void>()

/** compact 27 px, normal 31 px, roomy 39 px. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, densityNow)
}

export function setDensity(density: Density): void {
  localStorage.setItem(storageKey, density)
  for (const tell of listeners) tell()
}

function densityNow(): Density {
  const stored = localStorage.getItem(storageKey)
  return stored === 'compact' || stored === 'roomy' ? stored : 'normal'
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
