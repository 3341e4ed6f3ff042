/** 保障对象名单: the list of a case for the notice board or the file, without identity numbers (OF-13). */
import { z } from 'zod'
import { t } from '#kernel'
import { definePaper, houseStyle } from '#report'
import { shownSum, shownYuan } from './shown.ts'

const text = z.object({ zh: z.string() })
const caseShape = z.object({
  number: z.string(),
  title: z.string(),
  stateLabel: text,
  itemRows: z.array(
    z.object({
      name: z.string(),
      groupName: z.string(),
      label: text,
      category: text.nullable(),
      amount: z.string().nullable(),
    }),
  ),
})

const template = `${houseStyle('portrait')}
#title(data.title)
#v(4pt)
#align(center, note[案件 #data.number　#data.state　共 #data.rows.len() 人])
#table(
  columns: (auto, 1fr, 1.4fr, auto, auto, auto),
  table.header([序号], [姓名], [村组], [类别], [保障金（元）], [状态]),
  ..data.rows.enumerate().map(((at, row)) => (
    str(at + 1), row.name, row.group, row.category, money(row.amount), row.state,
  )).flatten(),
  table.cell(colspan: 4)[合计], money(data.total), [],
)
#v(18pt)
#grid(columns: (1fr, 1fr), [制表：], [（盖章）])
`

export const beneficiaryList = definePaper({
  id: 'land-security.beneficiary-list',
  label: t('保障对象名单', 'List of beneficiaries'),
  at: { page: 'case', of: 'land-security.protection' },
  can: 'case.read',
  input: z.object({ caseId: z.number().int() }),
  template,
  data: async (_ctx, { caseId }, ask) => {
    const found = caseShape.parse(await ask('case.get', { caseId }))
    return {
      title: `${found.title}保障对象名单`,
      name: `${found.title}保障对象名单 ${found.number}`,
      number: found.number,
      state: found.stateLabel.zh,
      rows: found.itemRows.map((row) => ({
        name: row.name,
        group: row.groupName,
        category: row.category?.zh ?? '',
        amount: row.amount === null ? '' : shownYuan(row.amount),
        state: row.label.zh,
      })),
      total: shownSum(found.itemRows.flatMap(({ amount }) => (amount === null ? [] : [amount]))),
    }
  },
})
