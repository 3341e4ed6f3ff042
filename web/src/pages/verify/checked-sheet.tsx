// What was found: faults first, then what rounding explains; what agrees is counted.
import { useState } from 'react'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Glyph } from '../../parts/state-mark.tsx'
import type { Checked, Result } from './figures-types.ts'

const agreed = t('核过，没有疑点。', 'Checked; nothing is amiss.')
const nothing = t(
  '没有可核的。请在表里写明数与数的关系：属于哪个合计、占多少、比上年增加多少、要求多少。',
  'Nothing to check. Say how the figures go together: part of which total, which share, how much more, which bound.',
)

type Props = { result: Result; shown: number | undefined; onShow: (at: number | undefined) => void }

const agrees = ({ verdict }: Checked) => verdict === 'ok' || verdict === 'bound-ok'

export function CheckedSheet({ result, shown, onShow }: Props) {
  const say = useText()
  const [all, setAll] = useState(false)
  const numbered = result.checked.map((one, at) => ({ one, at }))
  const good = numbered.filter(({ one }) => agrees(one))
  const listed = numbered
    .filter(({ one }) => all || !agrees(one))
    .sort((a, b) => Number(b.one.fault) - Number(a.one.fault) || Number(a.one.slight) - Number(b.one.slight))
  return (
    <Sheet
      title={t('核出来的', 'Found')}
      note={say(
        t(
          `${result.faults} 处有疑点，${good.length} 处相符`,
          `${result.faults} faults, ${good.length} agree`,
        ),
      )}
      actions={
        good.length > 0 && (
          <button type="button" className="link-button" onClick={() => setAll(!all)}>
            {say(all ? t('只看有疑点的', 'Faults only') : t('连相符的一起看', 'Show all'))}
          </button>
        )
      }
      flush
    >
      {listed.length === 0 && <EmptyNote text={result.checked.length > 0 ? agreed : nothing} />}
      <ul className="figures-found">
        {listed.map(({ one, at }) => (
          <li key={`${one.relation}:${at}`}>
            <button
              type="button"
              aria-pressed={shown === at}
              onClick={() => onShow(shown === at ? undefined : at)}
            >
              <span className="figures-line">
                <Glyph mark={one.fault ? 'doubt' : 'same'} />
                <b>{say(one.verdictText)}</b>
                <span className="note">{`${say(one.label)}　${say(one.place)}`}</span>
              </span>
              <span>{say(one.stated)}</span>
              <span className="note">{say(one.computed)}</span>
              {one.note && <span className="note">{say(one.note)}</span>}
              {one.fault && shown === at && <span>{say(one.advice)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
