// When somebody died, who says so, since when it is known, and the paper on which the inheritance rests.
import { Select } from 'antd'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FieldLine, WordsLine } from './field-line.tsx'
import { type Draft, type Source, sources, type View } from './inheritance-words.ts'

export function DeathSheet({
  view,
  draft,
  set,
}: {
  view: View
  draft: Draft
  set: (part: Partial<Draft>) => void
}) {
  const say = useText()
  const registered = view.deceased?.diedOn ?? null
  const note = registered
    ? t(`人员册登记 ${registered} 去世`, `the register has ${registered}`)
    : t(
        '人员册还没有登记去世；提出后从去世次月起停发养老金',
        'not in the register; once proposed, no pension from the month after',
      )
  return (
    <Sheet title={t('去世情况', 'The death')} note={say(note)}>
      <div className="ledger-form">
        <FieldLine label={t('去世日期', 'Day of death')}>
          <DayField
            label={say(t('去世日期', 'Day of death'))}
            value={draft.diedOn}
            onChange={(diedOn) => set({ diedOn })}
            disabled={registered !== null}
          />
        </FieldLine>
        <FieldLine label={t('来源', 'Source')}>
          <Select<Source>
            aria-label={say(t('来源', 'Source'))}
            value={draft.source}
            onChange={(source) => set({ source })}
            options={Object.entries(sources).map(([value, label]) => ({
              value: value as Source, // the keys of the record
              label: say(label),
            }))}
          />
        </FieldLine>
        <FieldLine label={t('知悉日期', 'Known on')}>
          <DayField
            label={say(t('知悉日期', 'Known on'))}
            value={draft.knownOn}
            onChange={(knownOn) => set({ knownOn })}
          />
        </FieldLine>
        <WordsLine
          label={t('依据', 'Paper')}
          value={draft.document}
          onChange={(document) => set({ document })}
          hint={t('继承公证书、承诺书、公告及文号', 'notarial deed, pledge, notice, with its number')}
          wide
        />
      </div>
    </Sheet>
  )
}
