// 换个日期看: the page as things were on a day, as known on that day. Violet, so that nobody takes it for today.
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useAddressValue } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { momentText } from './moment.ts'

/** `name`: of the value in the address. */
export function AsOfSwitch({ name = 'on' }: { name?: string }) {
  const say = useText()
  const [on, setOn] = useAddressValue(name)
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

/** A list as it was known by the end of a day, or at the moment when somebody counted its rows. */
export function KnownBand({ known }: { known: string }) {
  const say = useText()
  const [, setKnown] = useAddressValue('known')
  const when = known.length > 10 ? momentText(known) : known
  return (
    <p className="band band-past" role="status">
      {say(
        known.length > 10
          ? t(
              `这是 ${when} 名册里的样子，以后的改动不在内。`,
              `The register as it was at ${when}, without later changes.`,
            )
          : t(
              `这是到 ${when} 为止名册里的样子，以后的改动不在内。`,
              `The register as it was known on ${when}, without later changes.`,
            ),
      )}
      <button type="button" className="link-button" onClick={() => setKnown(undefined)}>
        {say(t('看现在的', 'Show it as it stands'))}
      </button>
    </p>
  )
}
