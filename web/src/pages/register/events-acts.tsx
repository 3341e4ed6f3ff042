// The acts that can be entered for a record as it stands: 分户, 迁移, 去世 …
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { EventDrawer } from './events-drawer.tsx'
import type { PanelProps } from './panels.ts'

/** Nothing for who may not enter any, and on the page of a day that is over. */
export function EventActs({ register, id, row, on }: PanelProps) {
  const say = useText()
  const [name, setName] = useState<string>()
  const got = useCall('event.of', { register, id })
  const acts = got.data?.acts ?? []
  if (acts.length === 0 || on) return null
  const act = acts.find((one) => one.name === name)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: acts.map((one) => ({
            key: one.name,
            label: say(one.label),
            onClick: () => setName(one.name),
          })),
        }}
      >
        <Button>{say(t('办理', 'Enter an event'))}</Button>
      </Dropdown>
      {act && (
        <EventDrawer
          key={act.name}
          register={register}
          id={id}
          title={row.title}
          act={act}
          onClose={() => setName(undefined)}
        />
      )}
    </>
  )
}
