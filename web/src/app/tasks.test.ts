import { describe, expect, it } from 'vitest'
import { dueMark, dueWords, tasksOf } from './tasks.ts'
import { t } from './text.tsx'

const task = (caseId: number, daysLeft: number | null) => ({
  caseId,
  title: t('韦明贵 等 4 人', '4 persons'),
  verb: t('审定', 'Decide'),
  daysLeft,
})

describe('tasks of the bell', () => {
  it('come by due date, those without a limit last', () => {
    expect(tasksOf([task(1, null), task(2, 3), task(3, -1), task(4, 0)]).map((one) => one.to)).toEqual([
      '/case/3',
      '/case/4',
      '/case/2',
      '/case/1',
    ])
  })
  it('name the act and the case', () => {
    expect(tasksOf([task(1, 0)])[0]?.title).toBe('审定：韦明贵 等 4 人')
  })
  it.each([
    [-1, '逾期 1 天', 'late'],
    [0, '今天', 'soon'],
    [1, '还剩 1 天', 'soon'],
    [2, '还剩 2 天', 'doing'],
    [null, '待办', 'open'],
  ] as const)('%s days left reads %s', (left, words, mark) => {
    expect([dueWords(left), dueMark(left)]).toEqual([words, mark])
  })
})
