/** Numbers of the measures of the plan for employment against poverty (S004 plan 7): INC-27. */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

export const employmentPlan = defineCheckSet({
  id: 'employment.plan',
  label: t('就业扶贫实施方案', 'Employment against poverty'),
  source: 'S004 方案7',
  figures: [],
  relations: [{ id: 'INC-27', kind: 'run', numbers: [1, 2, 3, 5, 7, 8, 9, 11, 13], note: '三、政策措施' }],
})
