/** What is checked on the lists of takings (OF-12). */
import { cite, t } from '#kernel'
import { defineCheck, listedThough, listedTwice } from '#verify'

export const landSecurityChecks = [
  defineCheck({
    id: 'protectedPerson.twoTakings',
    label: t('一人在两个征地项目的名单上', 'One person on the lists of two takings'),
    on: 'protectedPerson',
    level: 'doubt',
    cite: cite('practice', 'OF-12'),
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
    cite: cite('practice', 'OF-12'),
    advice: t(
      '基准日前去世的移出名单；之后去世的按继承办理。',
      'Who died before the reference day leaves the list; after it, the heirs are served.',
    ),
    find: listedThough('person', 'diedOn', 'subsidy'),
  }),
] as const
