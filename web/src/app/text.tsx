// Chinese or English: one small store, kept in the browser. A missing translation shows the Chinese.
import { useSyncExternalStore } from 'react'

export type Locale = 'zh' | 'en'
export type Text = { zh: string; en: string }
export type Say = (text: Text | string | undefined) => string

/** Two readings of one sentence: `t('登记一人', 'Add a person')`. */
export function t(zh: string, en: string): Text {
  return { zh, en }
}

const storageKey = 'xiangce.locale'
const listeners = new Set<() => void>()
let current: Locale = readStored()

/** The locale now, for code outside React (the API client, date words). */
export function localeNow(): Locale {
  return current
}

/** Switches the language of every page and remembers it on this device. */
export function setLocale(locale: Locale): void {
  current = locale
  localStorage.setItem(storageKey, locale)
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  for (const tell of listeners) tell()
}

/** The locale, following the switch in the header. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, localeNow)
}

/** `const say = useText(); say(t('册','Register'))`. A plain string (data) is returned as it is. */
export function useText(): Say {
  const locale = useLocale()
  return (text) => sayIn(text, locale)
}

/** The reading of a text in a given locale. */
export function sayIn(text: Text | string | undefined, locale: Locale): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[locale] || text.zh
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function readStored(): Locale {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)
  const locale: Locale = stored === 'en' ? 'en' : 'zh'
  if (typeof document !== 'undefined') document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  return locale
}
