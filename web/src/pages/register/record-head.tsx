// Beside the name: what tells this one from others, at a glance; the grey band of who has died or left, or of a household that is closed.
import { PageLink } from '../../app/link.tsx'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { FieldValue, type RegisterRow } from '../../kinds/field-value.tsx'
import { fieldNamed } from './use-register.ts'

/** Sex, age, number: of those fields that the register has. */
export function Aside({
  register,
  row,
  on,
}: {
  register: RegisterMeta
  row: RegisterRow
  on: string | undefined
}) {
  const say = useText()
  const { meta } = useSession()
  const names = ['sex', ...register.identity.filter((name) => name !== register.title && name !== 'area')]
  const fields = names
    .map((name) => fieldNamed(register, name))
    .filter((field): field is FieldMeta => field !== undefined && field.kind !== 'reference')
  const age = ageOn(row.values.birthDate, row.values.diedOn ?? on ?? meta.today)
  const owner = row.ownerId !== undefined && register.owner !== null
  return (
    <span className="record-aside">
      {owner && (
        <PageLink to={`/r/${register.owner}/${row.ownerId}`}>{row.ownerTitle ?? `#${row.ownerId}`}</PageLink>
      )}
      {fields.slice(0, 1).map((field) => (
        <Part key={field.name} register={register} row={row} field={field} past={on !== undefined} />
      ))}
      {age !== undefined && <span>{say(t(`${age} 周岁`, `aged ${age}`))}</span>}
      {fields.slice(1).map((field) => (
        <Part key={field.name} register={register} row={row} field={field} past={on !== undefined} />
      ))}
    </span>
  )
}

type PartProps = { register: RegisterMeta; row: RegisterRow; field: FieldMeta; past: boolean }

/** A value of the past is not shown in full: what 显示 opens is the value of today. */
function Part({ register, row, field, past }: PartProps) {
  if (field.name === 'validFrom') return <span>{row.validFrom}</span>
  return <FieldValue field={field} row={row} register={register.name} reveal={register.can.reveal && !past} />
}

/** Pure: completed years (GEN-03); nothing where a day is not known. */
export function ageOn(birth: unknown, on: unknown): number | undefined {
  if (typeof birth !== 'string' || typeof on !== 'string' || birth > on) return undefined
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  const birthday = birth.endsWith('02-29') && !isLeap(Number(on.slice(0, 4))) ? '03-01' : birth.slice(5)
  return on.slice(5) >= birthday ? years : years - 1
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** 2025-08-30 去世. */
export function PassingBand({ row }: { row: RegisterRow }) {
  const say = useText()
  const words = passingWords(row.values)
  return words ? <p className="band band-passing">{say(words)}</p> : null
}

function passingWords({ diedOn, movedOutOn, endedOn }: RegisterRow['values']) {
  if (typeof diedOn === 'string')
    return t(
      `${diedOn} 去世。待遇发到当月，账户待继承。`,
      `Died on ${diedOn}. Benefits are paid up to that month; the account is to be inherited.`,
    )
  if (typeof movedOutOn === 'string')
    return t(
      `${movedOutOn} 户口迁出县外。档案留着，迁回时在所迁入的户办“迁入”。`,
      `Left the county on ${movedOutOn}. The record is kept; a return is entered at the household.`,
    )
  if (typeof endedOn === 'string')
    return t(
      `本户 ${endedOn} 销户，户里没有人了。`,
      `This household ended on ${endedOn}: nobody is left in it.`,
    )
  return undefined
}
