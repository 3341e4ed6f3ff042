/** 失地农民保障对象认定: from the list to the account, every hand another's (LS-01, section 2.17 LS, section 8 Separation). */
import { t } from '#kernel'
import { days, defineProcedure } from '#procedure'
import { clause } from '../policies/sources.ts'
import { categoryOptions } from '../policies/words.ts'
import { itemStates, states } from './states.ts'
import { countySteps } from './steps-county.ts'
import { moneySteps } from './steps-money.ts'
import { publicitySteps } from './steps-publicity.ts'
import { townshipSteps } from './steps-township.ts'
import { villageSteps } from './steps-village.ts'

export const protectionProcedure = defineProcedure({
  id: 'land-security.protection',
  label: t('失地农民保障对象认定', 'Recognition of land-expropriated farmers'),
  purpose: t(
    '认定一个征地项目里谁是保障对象、属哪一类、多少保障金，到资金到账、开户为止。',
    'Decides who of a land-take project is protected, in which category and with what amount, until the accounts are open.',
  ),
  cite: clause.procedure,
  subject: 'landTake',
  open: { by: 'ls.list', level: 'village' },
  items: { register: 'protectedPerson', label: t('保障对象', 'Persons'), counter: t('人', 'persons') },
  states,
  start: 'draft',
  done: 'done',
  itemStates,
  itemStart: 'draft',
  values: { category: categoryOptions },
  within: days(60),
  actions: { ...villageSteps, ...townshipSteps, ...countySteps, ...publicitySteps, ...moneySteps },
})
