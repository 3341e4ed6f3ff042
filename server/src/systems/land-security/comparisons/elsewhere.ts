/** Lists of who draws what elsewhere, beside the lists of takings: another county's, and the minimum living allowance. */
import { t } from '#kernel'
import { field } from '#register'
import { defineComparison } from '#verify'
import { practice } from '../../population/checks/sources.ts'
import { dibaoColumns, dibaoWords } from '../../population/comparisons/dibao.ts'
import { personColumns, personKeys } from '../../population/comparisons/words.ts'
import { clause } from '../policies/sources.ts'

export const otherCounty = defineComparison({
  id: 'otherCounty',
  label: t('外县领取名单', 'List of another county'),
  note: t(
    '外县（区）发来的待遇领取名单，与本县保障对象比：同一证件号两地都在领的，逐人核实。',
    'Who draws benefits in another county, beside the affected persons of this one.',
  ),
  register: 'protectedPerson',
  fields: {
    ...personColumns,
    benefit: field.text({
      label: t('领取项目', 'Benefit'),
      alias: ['待遇名称', '待遇项目', '险种', '领取待遇'],
    }),
    from: field.day({
      label: t('领取起始日', 'Drawn since'),
      alias: ['开始领取日期', '待遇开始日期', '起领日期', '起始日期'],
    }),
    monthly: field.money({
      label: t('月领取额', 'Per month'),
      sensitive: 'income',
      alias: ['月标准', '待遇金额', '月待遇', '领取金额'],
    }),
  },
  ...personKeys('person.'),
  compare: [{ list: 'name', here: 'person.name' }],
  many: true,
  whole: true,
  finds: [
    {
      id: 'otherCounty.both',
      label: t('同一证件号在外县领待遇', 'Draws in another county as well'),
      level: 'doubt',
      cite: practice.twice,
      advice: t(
        '与外县核对是不是同一人、领的是不是同类待遇；重复领的停一处，多发的追回。',
        'Ask the other county: is it one person and one kind of benefit? One of the two stops.',
      ),
      verdict: 'overlap',
      of: 'matched',
      here: ['person.area'],
      there: ['benefit', 'from'],
    },
  ],
})

export const dibaoListed = defineComparison({
  id: 'dibaoListed',
  label: t('低保名单与保障对象', 'Minimum living allowance beside affected persons'),
  note: t(
    '民政的低保名单，与保障对象名单比：在保的人领生活补助的，看是否应转低保（领满仍未就业才转）。',
    'Who receives the minimum living allowance, beside the affected persons who may claim the living allowance.',
  ),
  register: 'protectedPerson',
  fields: dibaoColumns,
  words: dibaoWords,
  ...personKeys('person.'),
  compare: [{ list: 'name', here: 'person.name' }],
  many: true,
  whole: true,
  finds: [
    {
      id: 'dibaoListed.both',
      label: t('保障对象在低保名单', 'Affected person with the minimum living allowance'),
      level: 'doubt',
      cite: clause.dibao, // LS-15
      advice: t(
        '看本人是否还在领生活补助：领满二十四个月仍未就业的转低保，没有领满的与民政核对，不两头领。',
        'Does the person still draw the living allowance? It ends before dibao begins; agree with civil affairs.',
      ),
      verdict: 'overlap',
      of: 'matched',
      here: ['person.area'],
      there: ['dibao'],
    },
  ],
})
