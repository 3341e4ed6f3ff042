// All field kinds of the house, by the name that the server gives them.
import type { Kinds } from '../parts/kind.ts'
import { area } from './area.tsx'
import { bankCard } from './bank-card.tsx'
import { boolean } from './boolean.tsx'
import { bounded } from './bounded.tsx'
import { choice } from './choice.tsx'
import { count } from './count.tsx'
import { creditCode } from './credit-code.tsx'
import { day } from './day.tsx'
import { idNumber } from './id-number.tsx'
import { money } from './money.tsx'
import { month } from './month.tsx'
import { name } from './name.tsx'
import { note } from './note.tsx'
import { percent } from './percent.tsx'
import { phone } from './phone.tsx'
import { quantity } from './quantity.tsx'
import { reference } from './reference.tsx'
import { text } from './text.tsx'

export const kinds = {
  area,
  bankCard,
  boolean,
  bounded,
  choice,
  count,
  creditCode,
  day,
  idNumber,
  money,
  month,
  name,
  note,
  percent,
  phone,
  quantity,
  reference,
  text,
} satisfies Kinds
