/** Words of a finding in both languages, put together from pieces that differ and pieces that are the same in both. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Field } from '#register'

export type Piece = Text | string | number

/** A name, a number, a quotation: the same in both languages. */
export const same = (text: string): Text => t(text, text)

/** A template whose own signs are the same in both languages: both`${label} ${value}`. */
export function both(signs: TemplateStringsArray, ...pieces: readonly Piece[]): Text {
  const inOne = (of: keyof Text) => signs.map((sign, i) => `${sign}${pieceIn(pieces[i] ?? '', of)}`).join('')
  return t(inOne('zh'), inOne('en'))
}

/** 甲、乙 · A, B. */
export const listedWords = (pieces: readonly Piece[]): Text => joinedWords(pieces, t('、', ', '))

/** 甲；乙 · A; B. */
export const severalWords = (pieces: readonly Piece[]): Text => joinedWords(pieces, t('；', '; '))

export function joinedWords(pieces: readonly Piece[], between: Text): Text {
  const inOne = (of: keyof Text) => pieces.map((piece) => pieceIn(piece, of)).join(between[of])
  return t(inOne('zh'), inOne('en'))
}

function pieceIn(piece: Piece, of: keyof Text): string {
  return typeof piece === 'object' ? piece[of] : String(piece)
}

/** A value of a register as it is shown. */
export function valueWords(field: Field, value: unknown): Text {
  return t(field.kind.format(value, field, 'zh'), field.kind.format(value, field, 'en'))
}
