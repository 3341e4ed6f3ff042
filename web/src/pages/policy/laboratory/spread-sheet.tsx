// 得多少的有多少人: how many have how much, what holds beside what is tried.
import { type Text, t, useText } from '../../../app/text.tsx'
import { Chart } from '../../../parts/chart.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { amountText } from './amount-words.ts'
import type { Simulation } from './types.ts'

type Bar = Simulation['spread'][number]

export function SpreadSheet({ simulation, result }: { simulation: Simulation; result: Text }) {
  const say = useText()
  const { spread, kind } = simulation
  if (spread.length === 0) return null
  return (
    <Sheet
      title={t('得多少的有多少人', 'How many have how much')}
      note={say(
        kind === 'money'
          ? t(`${result.zh}（元），人`, `${result.en} (yuan), persons`)
          : t(`${result.zh}，人`, `${result.en}, persons`),
      )}
    >
      <Chart
        kind="columns"
        label={t('得多少的有多少人', 'How many have how much')}
        categories={spread.map((bar) => say(barWords(bar, kind)))}
        series={[
          { label: t('现行', 'Now'), look: 'second', values: spread.map(({ now }) => now) },
          { label: t('试算', 'Trial'), look: 'trial', values: spread.map(({ trial }) => trial) },
        ]}
        unit={t('人', 'persons')}
        height={230}
      />
    </Sheet>
  )
}

/** 40,000.00; 10,000.00 起 where it is a span; of yes and no, the word. */
function barWords({ from, to }: Bar, kind: string): Text {
  if (kind === 'boolean') return Number(from) === 1 ? t('是', 'yes') : t('否', 'no')
  const [text] = [amountText(from)].map(short)
  if (from === to) return text as Text
  return t(`${text?.zh} 起`, `${text?.en} on`)
}

/** Whole yuan stand without their fen. */
function short({ zh, en }: Text): Text {
  return t(zh.replace(/\.00$/, ''), en.replace(/\.00$/, ''))
}
