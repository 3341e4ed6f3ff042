// What the trial does, in a sentence, then four counts. Violet and dashed: nothing here is in force.
import { type ReactNode, useId } from 'react'
import { type Text, t, useText } from '../../../app/text.tsx'
import { type Mark, StateMark } from '../../../parts/state-mark.tsx'
import { differenceWords, people, withUnit } from './amount-words.ts'
import type { ClassName, Simulation } from './types.ts'

type Props = {
  simulation: Simulation
  /** The words of what is summed. */
  result: Text
  place: string
  onOpen: (kind: ClassName) => void
  busy: boolean
}

export function EffectSheet({ simulation, result, place, onOpen, busy }: Props) {
  const say = useText()
  const id = useId()
  const { total, kind, milliseconds, oneByOne } = simulation
  const least = total.open > 0 ? t('至少 ', 'at least ') : t('', '')
  const sum = withUnit(total.sum[1], kind)
  const difference = differenceWords(total.difference, total.sum[0], kind)
  const [now, then] = total.entitled
  return (
    <section className="sheet sheet-trial lab-effect" aria-labelledby={id} aria-busy={busy}>
      <div className="lab-sentence">
        <p id={id} role="status">
          {say(
            t(
              `${place}“${result.zh}”合计 ${least.zh}${sum.zh}，${difference.zh}。能得的 ${now.toLocaleString('en-US')} 人，试算后 ${then.toLocaleString('en-US')} 人。`,
              `${place}: “${result.en}” comes to ${least.en}${sum.en}, ${difference.en}. Entitled now: ${now}; under the trial: ${then}.`,
            ),
          )}
        </p>
        <span className="note">
          {say(
            t(
              `${total.subjects.toLocaleString('en-US')} 人，用时 ${(milliseconds / 1000).toFixed(2)} 秒`,
              `${total.subjects.toLocaleString('en-US')} persons in ${(milliseconds / 1000).toFixed(2)} s`,
            ),
          )}
          {oneByOne > 0 && say(t(`，其中 ${oneByOne} 人逐个算`, `, ${oneByOne} of them one by one`))}
        </span>
      </div>
      <div className="lab-counts">
        <Count mark="up" word={t('增加', 'Gain')} count={total.up} onOpen={() => onOpen('up')}>
          {total.up > 0 &&
            say(t(`合计 ＋${withUnit(total.gained, kind).zh}`, `+${withUnit(total.gained, kind).en}`))}
        </Count>
        <Count mark="down" word={t('减少', 'Lose')} count={total.down} onOpen={() => onOpen('down')}>
          {total.down > 0 &&
            say(t(`合计 −${withUnit(total.lost, kind).zh}`, `−${withUnit(total.lost, kind).en}`))}
        </Count>
        <Count mark="same" word={t('不变', 'Unchanged')} count={total.same} />
        <Count
          mark="unknown"
          word={t('还不能判断', 'Not decided')}
          count={total.open}
          onOpen={() => onOpen('open')}
        >
          {total.open > 0 && say(t('事实或参数不详，不在合计内', 'a fact or a value is not known'))}
        </Count>
      </div>
    </section>
  )
}

function Count({
  mark,
  word,
  count,
  onOpen,
  children,
}: {
  mark: Mark
  word: Text
  count: number
  onOpen?: () => void
  children?: ReactNode
}) {
  const say = useText()
  const figure = say(people(count))
  return (
    <div>
      <StateMark mark={mark} word={word} />
      <b className="lab-figure">
        {onOpen && count > 0 ? (
          <button type="button" className="link-button" onClick={onOpen}>
            {figure}
          </button>
        ) : (
          figure
        )}
      </b>
      <span className="note">{children}</span>
    </div>
  )
}
