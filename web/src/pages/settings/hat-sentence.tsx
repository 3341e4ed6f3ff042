// A role as a sentence: who, in whose name, where, since when, what that allows.
import type { Output } from '../../api.ts'
import type { RoleMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Say, t, useText } from '../../app/text.tsx'
import { useAreaName } from '../../parts/area-picker.tsx'

export type Account = Output<'account.list'>['accounts'][number]
export type Hat = Account['hats'][number]

/** The roles of the county, from `/api/meta`. */
export function useRoles(): readonly RoleMeta[] {
  const { meta } = useSession()
  return meta.roles
}

/** 青禾县全县, 柳溪镇 石桥村; the code where the name is not known. */
export function usePlace(): (area: string) => string {
  const { meta } = useSession()
  const areaName = useAreaName()
  const say = useText()
  return (area) =>
    area === meta.county.code
      ? say(t(`${meta.county.name}全县`, `all of ${meta.county.name}`))
      : areaName(area)
}

/** `在 柳溪镇 任 乡镇经办（柳溪镇政府），2025-09-15 起` */
export function HatSentence({ hat }: { hat: Hat }) {
  const say = useText()
  const place = usePlace()
  const roles = useRoles()
  const role = say(roles.find((one) => one.name === hat.role)?.label ?? hat.role)
  return (
    <span className="hat-sentence">
      {say(t('在 ', 'In '))}
      <b>{place(hat.area)}</b>
      {hat.deputyFor
        ? say(t(` 代 ${hat.deputyFor} 任 `, ` in place of ${hat.deputyFor} as `))
        : say(t(' 任 ', ' as '))}
      <b>{role}</b>
      {say(t(`（${hat.office}）`, ` (${hat.office})`))}
      {hat.party && say(t(`，只看单位 ${hat.party} 的`, `, only rows of ${hat.party}`))}
      {`${say(t('，', ', '))}${period(hat, say)}`}
    </span>
  )
}

/** `可以 新建账号、重设密码并解锁 等 4 项` */
export function roleAllows(role: RoleMeta | undefined, say: Say): string {
  if (!role || role.can.length === 0) return ''
  const shown = role.can
    .slice(0, 4)
    .map((act) => say(act))
    .join(say(t('、', ', ')))
  const rest =
    role.can.length > 4 ? say(t(` 等 ${role.can.length} 项`, ` and ${role.can.length - 4} more`)) : ''
  return say(t(`可以 ${shown}${rest}`, `may ${shown}${rest}`))
}

function period(hat: Hat, say: Say): string {
  if (hat.validTo)
    return say(
      t(
        `${hat.validFrom} 起，到 ${hat.validTo} 为止${hat.reason ? `（${hat.reason}）` : ''}`,
        `${hat.validFrom} until ${hat.validTo}${hat.reason ? ` (${hat.reason})` : ''}`,
      ),
    )
  return say(t(`${hat.validFrom} 起`, `since ${hat.validFrom}`))
}
