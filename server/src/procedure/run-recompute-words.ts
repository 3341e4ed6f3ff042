/** Why a month comes out otherwise, as an office writes it. */
import { type Text, t, yuanText } from '#kernel'
import type { Change } from '#policy'
import type { MonthStanding } from './run-recompute-months.ts'

/** `死亡日期：不适用 → 2025-06-17（人员册，2025-09-02 登记）；已另行登记应追回 240.00 元`. */
export function reasonOf(changes: readonly Change[], { byHand }: MonthStanding, held: Text | null): Text {
  const facts = changes.filter(({ kind }) => kind !== 'result')
  const told = (facts.length > 0 ? facts : changes).map(changeWords)
  const hand =
    byHand > 0
      ? [
          t(
            `已另行登记应追回 ${yuanText(byHand)} 元，不重复计`,
            `${yuanText(byHand)} were recorded by hand and are not counted again`,
          ),
        ]
      : []
  const said = told.length > 0 || held ? told : [unchanged]
  const all = [...(held ? [held] : []), ...said, ...hand]
  return t(all.map((one) => one.zh).join('；'), all.map((one) => one.en).join('; '))
}

const unchanged = t(
  '事实和参数没有变，已发数与当时的决定不同，请核对原批次',
  'Facts and parameters are the same; what was paid is not what was decided: check the batch',
)

function changeWords({ label, before, after, source, knownOn }: Change): Text {
  const zh = [source?.zh, knownOn && `${knownOn} 登记`].filter(Boolean).join('，')
  const en = [source?.en, knownOn && `entered ${knownOn}`].filter(Boolean).join(', ')
  return t(
    `${label.zh}：${before.zh} → ${after.zh}${zh ? `（${zh}）` : ''}`,
    `${label.en}: ${before.en} → ${after.en}${en ? ` (${en})` : ''}`,
  )
}
