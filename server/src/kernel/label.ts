/** Words in the two languages of the house; Chinese is the default, English its translation. */

export type Text = { zh: string; en: string }

export type Locale = 'zh' | 'en'

export const locales: readonly Locale[] = ['zh', 'en']

/** One text in both languages. */
export function t(zh: string, en: string): Text {
  return { zh, en }
}

/** The wording of a text in one language. */
export function say(text: Text, locale: Locale): string {
  return text[locale]
}
