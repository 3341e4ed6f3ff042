/** What happens to people and households. Adding an event is a file here and its name in this list. */
import { t } from '#kernel'
import { defineSpells } from '#register'
import { household, person } from '../registers/index.ts'
import { adoption } from './adoption.ts'
import { birth } from './birth.ts'
import { arrival, departure, householdDeparture } from './border.ts'
import { inLifetime } from './days.ts'
import { death } from './death.ts'
import { divorce } from './divorce.ts'
import { headChange } from './head-change.ts'
import { marriage } from './marriage.ts'
import { merge } from './merge.ts'
import { householdMove, personMove } from './move.ts'
import { split } from './split.ts'

export const populationEvents = [
  split,
  merge,
  headChange,
  householdMove,
  birth,
  arrival,
  adoption,
  householdDeparture,
  personMove,
  marriage,
  divorce,
  departure,
  death,
].map(inLifetime)

/** What the events say from when to when. */
export const populationSpells = [
  defineSpells({
    register: person,
    label: t('户籍经历', 'Households'),
    fields: ['household', 'relation', 'area'],
    ends: ['diedOn', 'movedOutOn'],
  }),
  defineSpells({
    register: household,
    label: t('本户经历', 'Heads and places'),
    fields: ['headName', 'area'],
    ends: ['endedOn'],
  }),
] as const
