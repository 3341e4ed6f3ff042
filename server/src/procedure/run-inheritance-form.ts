/** What is written down when an inheritance is taken up: the death, the papers, the heirs; read strictly (OF-15). */

import { z } from 'zod'
import {
  checkBankCard,
  checkCreditCode,
  checkResidentId,
  type Day,
  day,
  oneRatio,
  parsePercent,
  type Ratio,
  ratio,
  type Text,
  t,
} from '#kernel'
import type { Ctx } from '#platform'
import type { Deceased } from './run-define.ts'
import type { Heir } from './run-inheritance.ts'
import { runProblems } from './run-problems.ts'

/** 来源: who says that the person died (OF-15). */
export const deathSources = {
  police: t('公安注销', 'police'),
  crematory: t('火化', 'crematory'),
  hospital: t('医院', 'hospital'),
  village: t('村报', 'village'),
  family: t('家属报', 'family'),
  court: t('法院宣告', 'declared by the court'),
} as const satisfies Record<string, Text>

const words = (most: number) => z.string().trim().min(1).max(most)

export const heirForm = z.object({
  name: words(60),
  relation: words(30),
  idNumber: words(20),
  /** `1/3`, `50%`. */
  share: words(20),
  bank: words(60),
  card: words(30),
})

export type HeirForm = z.infer<typeof heirForm>

/** 集体经济组织, paid where the county has the rest go to it and there is no heir. */
export const collectiveForm = z.object({
  name: words(100),
  creditCode: words(20),
  bank: words(60),
  card: z
    .string()
    .trim()
    .regex(/^\d{8,30}$/),
})

export const deathForm = {
  accountId: z.number().int().positive(),
  diedOn: z.string(),
  source: z.enum(Object.keys(deathSources) as [keyof typeof deathSources, ...(keyof typeof deathSources)[]]),
  knownOn: z.string(),
  /** 继承公证书、承诺书 or the like, with its number. */
  document: words(200),
}

/** `1/3`, `50%` or `50` (of a hundred) as a share of one. Throws run.share. */
export function readShare(given: string): Ratio {
  const text = given.replace(/\s/g, '').replace('％', '%').replace('／', '/')
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(text)
  const percent = /^(\d{1,3}(?:\.\d{1,6})?)%?$/.exec(text)
  const share = parts && Number(parts[2]) > 0 ? ratio(Number(parts[1]), Number(parts[2])) : undefined
  const read = share ?? (percent ? parsePercent(percent[1] ?? '') : undefined)
  if (!read || read.num <= 0) throw runProblems.share({ given })
  return read
}

/** Each heir once, with an identity number and a card that can be right. */
export function readHeirs(forms: readonly HeirForm[]): Heir[] {
  const heirs = forms.map((form): Heir => {
    const { name, relation, share, bank } = form
    const idNumber = checked(name, t('证件号', 'Identity number'), checkResidentId(form.idNumber))
    const card = checked(name, t('银行卡号', 'Card'), checkBankCard(form.card))
    return { name, relation, share: readShare(share), payee: { idNumber, cardName: name, card, bank } }
  })
  const twice = heirs.find(
    (heir, i) => heirs.findIndex((one) => one.payee.idNumber === heir.payee.idNumber) !== i,
  )
  if (twice) throw runProblems.heirTwice({ name: twice.name })
  return heirs
}

/** The collective takes all, under its credit code. */
export function readCollective(form: z.infer<typeof collectiveForm>): Heir {
  const { name, bank, card } = form
  const idNumber = checked(name, t('统一社会信用代码', 'Credit code'), checkCreditCode(form.creditCode))
  const payee = { idNumber, cardName: name, card, bank }
  return { name, relation: '集体经济组织', share: oneRatio, payee }
}

function checked(name: string, what: Text, check: { ok: true; value: string } | { ok: false; text: Text }) {
  if (!check.ok) throw runProblems.heirNumber({ name, what, why: check.text })
  return check.value
}

/** The day of death is the register's where it has one; death, knowledge and today follow each other. */
export function readDeath(
  ctx: Ctx,
  given: { diedOn: string; knownOn: string },
  deceased: Deceased | undefined,
): { diedOn: Day; knownOn: Day } {
  const [diedOn, knownOn] = [day(given.diedOn), day(given.knownOn)]
  if (deceased?.diedOn && deceased.diedOn !== diedOn)
    throw runProblems.died({ record: deceased.diedOn, given: diedOn })
  if (diedOn > knownOn || knownOn > ctx.today) throw runProblems.days({ diedOn, knownOn, today: ctx.today })
  return { diedOn, knownOn }
}
