// What came out: the sentence, the places, the years, the edges, the persons. A figure pressed chooses the persons below.
import { useState } from 'react'
import { type Text, t, useText } from '../../../app/text.tsx'
import { AheadSheet } from './ahead-sheet.tsx'
import { CliffsSheet } from './cliffs-sheet.tsx'
import { EdgeSheet } from './edge-sheet.tsx'
import { EffectSheet } from './effect-sheet.tsx'
import { type Chosen, PersonsSheet } from './persons-sheet.tsx'
import { PlacesChart, PlacesSheet, YearsSheet } from './places-sheet.tsx'
import { SpreadSheet } from './spread-sheet.tsx'
import type { Ask, ClassName, Cliff, Simulation } from './types.ts'

type Props = {
  ask: Ask
  simulation: Simulation
  result: Text
  place: string
  busy: boolean
  ahead: boolean
  restsOn: string | null
}

const words: Record<ClassName, Text> = {
  up: t('增加的人', 'who gain'),
  down: t('减少的人', 'who lose'),
  open: t('还不能判断的人', 'of whom nobody can say'),
}
const nobody: Chosen = { words: '' }

export function Findings({ ask, simulation, result, place, busy, ahead, restsOn }: Props) {
  const say = useText()
  const [chosen, setChosen] = useState<Chosen>(nobody)
  const [edge, setEdge] = useState<{ cliff: Cliff; words: string }>()
  const choose = (next: Chosen) => {
    setChosen(next)
    document.getElementById('lab-persons')?.scrollIntoView({ block: 'nearest' })
  }
  const openPart = (part: { area?: string; year?: number }, of: string) => choose({ ...part, words: of })
  return (
    <>
      <EffectSheet
        simulation={simulation}
        result={result}
        place={place}
        busy={busy}
        onOpen={(kind) => choose({ classes: [kind], words: say(words[kind]) })}
      />
      <div className="lab-pair">
        <PlacesChart simulation={simulation} result={result} onOpen={openPart} />
        <CliffsSheet
          ask={ask}
          kind={simulation.kind}
          enabled={!busy}
          onOpen={(cliff, of) => setEdge({ cliff, words: of })}
        />
      </div>
      <SpreadSheet simulation={simulation} result={result} />
      <PlacesSheet simulation={simulation} onOpen={openPart} />
      {ahead && simulation.kind === 'money' ? (
        <AheadSheet ask={ask} kind={simulation.kind} enabled={!busy} />
      ) : (
        <YearsSheet simulation={simulation} onOpen={openPart} restsOn={restsOn} />
      )}
      {edge && <EdgeSheet ask={ask} {...edge} onClose={() => setEdge(undefined)} />}
      <div id="lab-persons">
        <PersonsSheet
          key={JSON.stringify([ask, chosen])}
          ask={ask}
          chosen={chosen}
          onAll={() => setChosen(nobody)}
          enabled={!busy}
        />
      </div>
    </>
  )
}
