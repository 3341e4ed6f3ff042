import { describe, expect, it } from 'vitest'
import { t } from '../../app/text.tsx'
import { taskGroups } from './task-groups.ts'

const task = (key: string, daysLeft: number | null, place = '石门镇') => ({
  key,
  business: t('保障对象认定', 'Recognition'),
  place,
  daysLeft,
})
const shape = (groups: ReturnType<typeof taskGroups>) =>
  groups.map(({ label, rows }) => [label.zh, rows.map(({ key }) => key)])

describe('tasks under headings', () => {
  // 15 September 2025 is a Monday, the 21st a Sunday
  it('by due day, the week goes to Sunday', () => {
    const tasks = [task('a', -1), task('b', 0), task('c', 6), task('d', 7), task('e', null)]
    expect(shape(taskGroups(tasks, 'due', '2025-09-15'))).toEqual([
      ['已逾期', ['a']],
      ['今天到期', ['b']],
      ['本周', ['c']],
      ['以后', ['d']],
      ['没有时限', ['e']],
    ])
    expect(shape(taskGroups([task('a', 1)], 'due', '2025-09-21'))).toEqual([['以后', ['a']]])
  })
  it('by place, in the order in which they come', () => {
    const tasks = [task('a', 1, '石门镇'), task('b', 2, '柳溪镇'), task('c', 3, '石门镇')]
    expect(shape(taskGroups(tasks, 'place', '2025-09-15'))).toEqual([
      ['石门镇', ['a', 'c']],
      ['柳溪镇', ['b']],
    ])
  })
})
