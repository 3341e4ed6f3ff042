/** What the registers of a village say of one fact from two sides. */
import { t } from '#kernel'
import { defineCheck, figuresAgree } from '#verify'
import { clause } from '../../assistance/policies/sources-village.ts'

export const figureChecks = [
  defineCheck({
    id: 'household.membersCounted',
    label: t('各户人数之和与在册人数不符', 'Members of households against persons registered'),
    on: 'household',
    level: 'doubt',
    cite: clause.registers, // HF-02
    advice: t(
      '打开两本名册对照：农户册的户籍人数没有跟上，还是人员册有漏登、重登。',
      'Open both registers: did the households keep their old number of members, or is somebody missing or entered twice?',
    ),
    find: figuresAgree({
      each: 'village',
      figures: { members: 'household.members', persons: 'person.registered' },
      relations: [{ id: 'VR-05', kind: 'same', figures: ['members', 'persons'] }],
    }),
  }),
  defineCheck({
    id: 'household.headsCounted',
    label: t('户主人数与户数不符', 'Heads of households against households'),
    on: 'household',
    level: 'doubt',
    cite: clause.registers, // HF-02
    advice: t(
      '一户一个户主：找没有户主的户，和有两个户主的户。',
      'One head a household: look for households without a head, and for those with two.',
    ),
    find: figuresAgree({
      each: 'village',
      figures: { heads: 'person.heads', households: 'household.standing' },
      relations: [{ id: 'VR-05', kind: 'same', figures: ['heads', 'households'] }],
    }),
  }),
] as const
