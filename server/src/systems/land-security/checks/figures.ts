/** Lists of takings against the takings themselves, and work against who can work. */
import { t } from '#kernel'
import { defineCheck, figuresAgree } from '#verify'
import { clause } from '../policies/sources.ts'

export const figureChecks = [
  defineCheck({
    id: 'landTake.subsidyListed',
    label: t('名单上的安置补助费超过项目的安置补助费', 'Subsidy on the lists above that of the takings'),
    on: 'landTake',
    level: 'doubt',
    cite: clause.funding, // LS-07
    advice: t(
      '个人部分从安置补助费中抵交，合计不能超过项目的补助费。核名单上的金额。',
      'The personal part is offset from the subsidy and cannot pass it. Check the amounts on the list.',
    ),
    find: figuresAgree({
      each: 'village',
      figures: { listed: 'protectedPerson.subsidy', subsidy: 'landTake.subsidy' },
      relations: [{ id: 'VR-09', kind: 'partOf', parts: ['listed'], whole: 'subsidy' }],
    }),
  }),
  defineCheck({
    id: 'employmentSpell.atWork',
    label: t('在业人数超过满 16 周岁的人数', 'More persons at work than there are from 16'),
    on: 'employmentSpell',
    level: 'doubt',
    cite: clause.ages, // LS-03
    advice: t(
      '查就业经历：有没有已去世、已迁出的人还在业，或未满 16 周岁的。',
      'Look at the spells of work: is somebody at work who has died, moved out or is under 16?',
    ),
    find: figuresAgree({
      each: 'village',
      figures: { atWork: 'employmentSpell.atWork', grown: 'person.from16' },
      relations: [{ id: 'VR-09', kind: 'partOf', parts: ['atWork'], whole: 'grown' }],
    }),
  }),
] as const
