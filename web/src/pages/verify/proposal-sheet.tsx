// Relations that the figures of a text may have: an officer says which hold; only those are checked.
import { Checkbox } from 'antd'
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Result } from './figures-types.ts'

type Props = {
  proposals: Result['proposals']
  confirmed: readonly string[]
  onConfirm: (confirmed: string[]) => void
}

export function ProposalSheet({ proposals, confirmed, onConfirm }: Props) {
  const say = useText()
  return (
    <Sheet
      title={t('数之间的关系', 'Relations')}
      note={say(t('勾上属实的，再核', 'tick those that hold, then check again'))}
      actions={
        <button
          type="button"
          className="link-button"
          onClick={() => onConfirm(proposals.map(({ id }) => id))}
        >
          {say(t('全勾', 'Tick all'))}
        </button>
      }
    >
      <ul className="figures-proposals">
        {proposals.map(({ id, words }) => (
          <li key={id}>
            <Checkbox
              checked={confirmed.includes(id)}
              onChange={(event) =>
                onConfirm(event.target.checked ? [...confirmed, id] : confirmed.filter((one) => one !== id))
              }
            >
              {say(words)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
