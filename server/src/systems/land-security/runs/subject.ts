/** What the runs of land security read of a protected person: the person's card, and words for what is missing. */
import { type Text, t } from '#kernel'
import type { Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Decided, PolicyRoom } from '#policy'
import { policyMeta } from '#policy'
import type { Payee } from '#procedure'
import type { Registry } from '#register'
import { standingRow } from '#register'

type Row = Record<string, unknown>

/** To whom it is paid: the payee of the list where an authorisation is entered, else the person's own card. */
export async function payeeOf(registers: Registry, ctx: Ctx, subject: Ref): Promise<Payee> {
  const listed = await listedRow(registers, ctx, subject)
  const personId = idOf(listed?.person)
  const person = personId
    ? ((await standingRow(ctx, registers.get('person'), personId)) as Row | undefined)
    : undefined
  const authorised = textOf(listed?.payee) !== '' && textOf(listed?.payeeCard) !== ''
  return {
    idNumber: textOf(person?.idNumber),
    cardName: authorised ? textOf(listed?.payee) : textOf(person?.bankAccountName) || textOf(person?.name),
    card: authorised ? textOf(listed?.payeeCard) : textOf(person?.bankCard),
    bank: textOf(person?.bankName),
    ...(personId === undefined ? {} : { person: { register: 'person', id: personId } }),
  }
}

/** The person behind a row of the list of a taking. */
export async function personOf(registers: Registry, ctx: Ctx, subject: Ref): Promise<number | undefined> {
  return idOf((await listedRow(registers, ctx, subject))?.person)
}

async function listedRow(registers: Registry, ctx: Ctx, subject: Ref): Promise<Row | undefined> {
  return (await standingRow(ctx, registers.get(subject.register), subject.id)) as Row | undefined
}

function idOf(reference: unknown): number | undefined {
  if (typeof reference === 'number') return reference
  const id = (reference as { id?: unknown } | null | undefined)?.id
  return typeof id === 'number' ? id : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

type Undecided = Pick<Decided, 'missing' | 'missingParameters'>

/** `缺出生日期、月标准，补上就能算`. */
export function whyNotKnown(room: PolicyRoom, id: string, decided: Undecided): Text {
  const lacks = lacking(room, id, decided)
  return lacks.length > 0
    ? t(
        `缺${lacks.map((one) => one.zh).join('、')}，补上就能算`,
        `${lacks.map((one) => one.en).join(', ')} missing`,
      )
    : t('政策还不能判断，请看说明', 'cannot be decided yet; see the explanation')
}

/** Labels of the facts and parameters that are missing. */
export function lacking(room: PolicyRoom, id: string, { missing, missingParameters }: Undecided): Text[] {
  const [meta] = policyMeta([room.policies.get(id)])
  const facts = missing.map((name) => meta?.facts.find((one) => one.name === name)?.label ?? t(name, name))
  const keys = missingParameters.map(
    (key) => meta?.parameters.find((one) => one.key === key)?.label ?? t(key, key),
  )
  return [...facts, ...keys]
}
