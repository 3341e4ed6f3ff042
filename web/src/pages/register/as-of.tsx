// 换个日期看: the page as things were on a day, as known on that day. Violet, so that nobody takes it for today.
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useAddressValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'

export function AsOfSwitch() {
  const say = useText()
  const [on, setOn] = useAddressValue('on')
  const [day, setDay] = useState<string | undefined>(on)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="condition-form">
          <DayField value={day} onChange={setDay} label={say(t('哪一天', 'Which day'))} />
          <Button disabled={!day} onClick={() => setOn(day)}>
            {say(t('看这一天', 'Show that day'))}
          </Button>
        </div>
      }
    >
      <Button>{say(t('换个日期看', 'Another day'))}</Button>
    </Popover>
  )
}

export function AsOfBand({ on }: { on: string; register: RegisterMeta }) {
  const say = useText()
  const [, setOn] = useAddressValue('on')
  return (
    <p className="band band-past" role="status">
      {say(t(`这是 ${on} 当天已知的情况。`, `This is what was known on ${on}.`))}
      <button type="button" className="link-button" onClick={() => setOn(undefined)}>
        {say(t('回到今天', 'Back to today'))}
      </button>
    </p>
  )
}
