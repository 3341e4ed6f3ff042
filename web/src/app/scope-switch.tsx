// For which office and which area this person acts; choosing another reloads everything within it.
import { Dropdown } from 'antd'
import { useState } from 'react'
import { Icon } from './icons.tsx'
import { type Assignment, actsBelowCounty } from './meta.ts'
import { useSession } from './session.tsx'
import { type Say, t, useText } from './text.tsx'

export function ScopeSwitch() {
  const say = useText()
  const { me, switchScope } = useSession()
  const items = me.scopes.map((assignment) => ({
    key: String(assignment.assignmentId),
    label: assignmentLine(assignment, say),
    onClick: () => void switchScope(assignment.assignmentId),
  }))
  return (
    <Dropdown
      menu={{ items, selectedKeys: [String(me.assignmentId ?? '')] }}
      trigger={['click']}
      disabled={items.length < 2}
    >
      <button type="button" className="scope-switch">
        <Icon name="pin" />
        <span className="scope-words">
          {say(t('以', 'As'))} <b>{me.office}</b>{' '}
          <span className="scope-more">{say(t('身份，管辖', 'acting for'))} </span>
          <b>{scopeName(me.areaName, actsBelowCounty(me), say)}</b>
        </span>
        {items.length > 1 && <Icon name="down" size={14} />}
      </button>
    </Dropdown>
  )
}

/** Said once after the scope was changed: what can be seen now. */
export function ScopeChanged() {
  const say = useText()
  const { me } = useSession()
  const [said, setSaid] = useState(() => sessionStorage.getItem('xiangce.scope-changed') === '1')
  if (!said) return null
  const close = () => {
    sessionStorage.removeItem('xiangce.scope-changed')
    setSaid(false)
  }
  return (
    <p className="scope-changed" role="status">
      {say(
        t(
          `已换到 ${me.areaName}。只看得到${me.areaName}的记录。`,
          `Now acting for ${me.areaName}. Only records of ${me.areaName} are visible.`,
        ),
      )}
      <button type="button" className="link-button" onClick={close}>
        {say(t('知道了', 'Close'))}
      </button>
    </p>
  )
}

function scopeName(area: string, belowCounty: boolean, say: Say): string {
  return belowCounty ? area : say(t(`${area}全县`, `all of ${area}`))
}

function assignmentLine(scope: Assignment, say: Say): string {
  const deputy = scope.deputy ? say(t('（代）', ' (deputy)')) : ''
  return `${scope.office}　${scope.areaName}　${say(scope.roleText)}${deputy}`
}
