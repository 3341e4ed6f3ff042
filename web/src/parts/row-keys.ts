// J/K and arrows move between rows, Enter opens, W asks why. Focus is the browser's own, so screen readers follow.
import type { KeyboardEvent } from 'react'
import { composes } from '../app/keys.ts'

type RowKeyActs = { open?: () => void; why?: () => void }

/** Handles a key press on a row; presses inside of a control of the row are left alone. */
export function rowKeyDown(
  event: KeyboardEvent<HTMLElement>,
  box: HTMLElement | null,
  acts: RowKeyActs,
): void {
  if (
    composes(event.nativeEvent) ||
    event.target !== event.currentTarget ||
    event.ctrlKey ||
    event.altKey ||
    event.metaKey
  )
    return
  const move = moves[event.key.toLowerCase()]
  if (move) stepFrom(event.currentTarget, box, move)
  else if (event.key === 'Enter' && acts.open) acts.open()
  else if (event.key.toLowerCase() === 'w' && acts.why) acts.why()
  else return
  event.preventDefault()
  event.stopPropagation()
}

const moves: Record<string, 1 | -1 | undefined> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }

function stepFrom(row: HTMLElement, box: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  rows[rows.indexOf(row) + by]?.focus()
}

/** J on a page where no row has the focus yet: the first row of the first table takes it. */
export function focusFirstRow(): void {
  document.querySelector<HTMLElement>('main [data-row][tabindex]')?.focus()
}
