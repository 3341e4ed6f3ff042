// Keys of the whole house. None fires while an input method composes, nor while somebody types.
import { useEffect } from 'react'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>

/**
 * Binds keys for as long as the component stands: `useKeys({ '/': openSearch, 'Alt+1': … })`.
 * Names: `Ctrl+Enter`, `Alt+3`, `F8`, `j`, `?`. Single characters stay silent in text fields, `Ctrl+z` where there is text in
 * them: the browser takes back what was typed.
 */
export function useKeys(keys: KeyMap, enabled = true): void {
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (composes(event)) return
      const name = keyName(event)
      if (name.length === 1 && typesIn(event.target)) return
      if (name === 'Ctrl+z' && hasText(event.target)) return
      const run = keys[name]
      if (!run) return
      event.preventDefault()
      run(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [keys, enabled])
}

/** The name of a key press: modifiers, then the key; letters in lower case. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string {
  // with Alt a Mac gives '¡' for 1: the digit is read from the place of the key
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined
  const key = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key)
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

/** 229 is what browsers report for a key that the input method has taken. */
export function composes(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

function typesIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

function hasText(target: EventTarget | null): boolean {
  return typesIn(target) && (target as HTMLInputElement).value !== ''
}

/** `Ctrl+Enter`: presses the primary button of the nearest region, else that of the page. */
export function pressPrimary(): void {
  const dialog = document.querySelector(
    '.ant-modal-wrap:not([style*="display: none"]) .ant-btn-primary, .ant-drawer-open .ant-btn-primary',
  )
  const button =
    dialog ??
    document.activeElement?.closest('form, .sheet')?.querySelector('.ant-btn-primary') ??
    document.querySelector('main .ant-btn-primary')
  if (button instanceof HTMLButtonElement && !button.disabled) button.click()
}
