// The header: acting scope, search, bell, language, person.
import { Dropdown } from 'antd'
import { useState } from 'react'
import { setDensity } from '../parts/density.ts'
import type { Density } from '../theme/tokens.ts'
import { Bell } from './bell.tsx'
import { Icon } from './icons.tsx'
import type { RoomPages } from './page-route.ts'
import { PasswordDialog } from './password.tsx'
import { ScopeSwitch } from './scope-switch.tsx'
import { SearchBox } from './search-box.tsx'
import { useSession } from './session.tsx'
import { setLocale, type Text, t, useLocale, useText } from './text.tsx'

type HeaderProps = {
  belowCounty: boolean
  columnOpen: boolean
  onColumn: () => void
  onKeys: () => void
  pages: readonly RoomPages[]
}

export function Header({ belowCounty, columnOpen, onColumn, onKeys, pages }: HeaderProps) {
  const say = useText()
  const { meta } = useSession()
  return (
    <header className={`header${belowCounty ? ' header-below-county' : ''}`}>
      <div className="brand">
        <b>{say(t('乡册', 'Xiangce'))}</b>
        <span>{meta.county.name}</span>
      </div>
      <button
        type="button"
        className="icon-button column-button"
        onClick={onColumn}
        aria-expanded={columnOpen}
        aria-label={say(t('页面栏', 'Page column'))}
      >
        <Icon name="columns" />
      </button>
      <ScopeSwitch />
      <div className="header-space" />
      <SearchBox pages={pages} />
      <Bell />
      <LanguageSwitch />
      <PersonMenu onKeys={onKeys} />
    </header>
  )
}

function LanguageSwitch() {
  const locale = useLocale()
  return (
    <button
      type="button"
      className="language-switch"
      lang={locale === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
    >
      <span className={locale === 'zh' ? 'language-now' : ''}>中</span> /{' '}
      <span className={locale === 'en' ? 'language-now' : ''}>EN</span>
    </button>
  )
}

function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const say = useText()
  const { me, leave } = useSession()
  const [changing, setChanging] = useState(false)
  const items = [
    { key: 'password', label: say(t('改密码', 'Change password')), onClick: () => setChanging(true) },
    {
      key: 'large',
      label: say(largeIsOn() ? t('恢复原来的字号', 'Normal type size') : t('大字', 'Large type')),
      onClick: toggleLarge,
    },
    {
      key: 'density',
      label: say(t('表格行高', 'Table rows')),
      children: densities.map(({ key, label }) => ({
        key,
        label: say(label),
        onClick: () => setDensity(key),
      })),
    },
    { key: 'keys', label: say(t('按键一览', 'Keys')), onClick: onKeys },
    { type: 'divider' as const },
    { key: 'leave', label: say(t('退出', 'Sign out')), onClick: () => void leave() },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="person-button">
          <span className="person-seal" aria-hidden="true">
            {me.name.slice(0, 1)}
          </span>
          <span className="person-name">{me.name}</span>
          <Icon name="down" size={14} />
        </button>
      </Dropdown>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  )
}

const densities: readonly { key: Density; label: Text }[] = [
  { key: 'compact', label: t('紧', 'Compact') },
  { key: 'normal', label: t('常', 'Normal') },
  { key: 'roomy', label: t('宽', 'Roomy') },
]

const largeKey = 'xiangce.large'

function largeIsOn(): boolean {
  return document.documentElement.dataset.large === 'true'
}

function toggleLarge(): void {
  const on = !largeIsOn()
  document.documentElement.dataset.large = String(on)
  localStorage.setItem(largeKey, String(on))
}

/** 大字 as it was left last time on this device. */
export function restoreLarge(): void {
  document.documentElement.dataset.large = localStorage.getItem(largeKey) ?? 'false'
}
