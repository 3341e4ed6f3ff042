/** The kinds of fields, as declarations write them: `field.name({ label })`. */
import { area, areaKind } from './area.ts'
import { bankCard, bankCardKind } from './bank-card.ts'
import { boolean, booleanKind } from './boolean.ts'
import { bounded, boundedKind } from './bounded.ts'
import { choice, choiceKind } from './choice.ts'
import { count, countKind } from './count.ts'
import { creditCode, creditCodeKind } from './credit-code.ts'
import { day, dayKind } from './day.ts'
import { idNumber, idNumberKind } from './id-number.ts'
import type { Kind } from './kind.ts'
import { money, moneyKind } from './money.ts'
import { month, monthKind } from './month.ts'
import { name, nameKind } from './name.ts'
import { note, noteKind } from './note.ts'
import { percent, percentKind } from './percent.ts'
import { phone, phoneKind } from './phone.ts'
import { quantity, quantityKind } from './quantity.ts'
import { reference, referenceKind } from './reference.ts'
import { text, textKind } from './text.ts'

export const field = {
  text,
  note,
  name,
  choice,
  count,
  money,
  percent,
  quantity,
  day,
  month,
  boolean,
  idNumber,
  creditCode,
  phone,
  bankCard,
  area,
  reference,
  bounded,
}

export const kinds: readonly Kind[] = [
  textKind,
  noteKind,
  nameKind,
  choiceKind,
  countKind,
  moneyKind,
  percentKind,
  quantityKind,
  dayKind,
  monthKind,
  booleanKind,
  idNumberKind,
  creditCodeKind,
  phoneKind,
  bankCardKind,
  areaKind,
  referenceKind,
  boundedKind,
]

export type { Bound, Bounded } from './bounded.ts'
export type * from './kind.ts'
export type { Id } from './reference.ts'
