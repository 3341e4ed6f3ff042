/** What is checked on the lists of takings (OF-12). */
import { t } from '#kernel'
import { fact } from '#policy'
import { defineCheck, holds, listedThough, listedTwice } from '#verify'
import { practice } from '../../population/checks/sources.ts'
import { hukou } from '../../population/registers/words.ts'
import { clause } from '../policies/sources.ts'
import { figureChecks } from './figures.ts'

export const landSecurityChecks = [
  defineCheck({
    id: 'protectedPerson.registeredThen',
    label: t('基准日不是农业户口', 'Not on the agricultural register on the reference day'),
    on: 'protectedPerson',
    level: 'hard',
    cite: clause.registered, // LS-01
    advice: t(
      '对照户籍册：确是非农业的，退回村里移出名单；登记错的，更正后再审定。',
      'Compare with the household register: if it is so, the list goes back and the person is taken off; if not, correct it.',
    ),
    find: holds(
      { hukouThen: fact.choice({ label: t('基准日户口', 'Registration then'), options: hukou }) },
      ({ hukouThen }) => hukouThen.is('agricultural'),
    ),
  }),
  defineCheck({
    id: 'protectedPerson.twoTakings',
    label: t('一人在两个征地项目的名单上', 'One person on the lists of two takings'),
    on: 'protectedPerson',
    level: 'doubt',
    cite: practice.listed,
    advice: t(
      '两头占的只保障一次：看哪一个项目在前，另一处从名单移出。',
      'A person is protected once: which taking came first? Remove the other entry.',
    ),
    find: listedTwice('person', 'subsidy'),
  }),
  defineCheck({
    id: 'protectedPerson.died',
    label: t('已故仍在名单', 'Died, but still on the list'),
    on: 'protectedPerson',
    level: 'doubt',
    cite: practice.listed,
    advice: t(
      '基准日前去世的移出名单；之后去世的按继承办理。',
      'Who died before the reference day leaves the list; after it, the heirs are served.',
    ),
    find: listedThough('person', 'diedOn', { amount: 'subsidy' }),
  }),
  defineCheck({
    id: 'protectedPerson.bornLater',
    label: t('基准日后出生', 'Born after the reference day'),
    on: 'protectedPerson',
    level: 'hard',
    cite: clause.registered, // LS-01
    advice: t(
      '基准日尚未出生的不在保障范围：核对出生日期，无误的移出名单。',
      'Who was not born by the reference day is not covered: check the birth date; if it is right, take the person off.',
    ),
    find: listedThough('person', 'birthDate', { amount: 'subsidy', laterThan: ['referenceDay', 'takenOn'] }),
  }),
  ...figureChecks,
] as const
