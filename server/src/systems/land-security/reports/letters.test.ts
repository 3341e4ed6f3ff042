import { describe, expect, it } from 'vitest'
import { renderTypst } from '#report'
import { decisionLetter } from './decision-letter.ts'
import { noticePaper } from './notice-paper.ts'

const notice = {
  number: '公示〔2025〕2 号',
  title: '失地农民保障对象公示',
  purpose: '现予公示。',
  postedOn: '2025-09-08',
  until: '2025-09-15',
  days: 7,
  seal: '青禾县人力资源和社会保障局',
  telephone: '0000-1234567',
  hours: '工作日 8:30—12:00。',
  clause: '看征地那天的年龄',
  categories: [{ code: 'working', name: '乙类', rule: '满 16 周岁' }],
  rows: [
    { name: '周桂枝', groupName: '三组', suffix: '48', category: '乙类', amount: '50000.00' },
    { name: '陈水根', groupName: '二组', suffix: '', category: '丙类', amount: null },
  ],
}

const leaf = (label: string, text: string) => ({
  kind: 'fact',
  label: { zh: label },
  text: { zh: text },
  fact: { source: { label: { zh: `户籍册·${label}` }, asOf: '2025-05-12' } },
  children: [],
})
const trace = [
  {
    kind: 'step',
    label: { zh: '保障类别' },
    text: { zh: '乙类（劳动年龄段内）' },
    branch: {
      reason: { zh: '25 周岁 < 60 周岁' },
      citation: {
        source: '办法',
        clause: '第五条',
        quote: { zh: '16 周岁以上为劳动年龄段内', en: 'from 16: of working age' },
      },
    },
    children: [leaf('出生日期', '1999-08-29'), leaf('出生日期', '1999-08-29')],
  },
]
const item = {
  id: 5,
  name: '秦浩然',
  groupName: '二组',
  label: { zh: '公示中' },
  category: { zh: '乙类（劳动年龄段内）' },
  amount: '50000.00',
  decisionId: 9 as number | null,
}
const doors =
  (one: typeof item) =>
  async (name: string): Promise<unknown> =>
    name === 'notice.get'
      ? notice
      : name === 'case.get'
        ? { number: '2025-办-0002', title: '上坝地块', itemRows: [one] }
        : {
            title: { zh: '办法' },
            decision: { onDay: '2025-04-30', decidedAt: '2025-08-29T02:25:00.000Z' },
            trace,
          }
const noCtx = {} as never // both papers read through the doors only

describe('papers to people', () => {
  it('the notice shows two digits only where its page does, days without leading zeros, and prints', async () => {
    const data = await noticePaper.data(noCtx, { noticeId: 'x' }, doors(item))
    expect(data.rows).toEqual([
      { name: '周桂枝（48）', group: '三组', category: '乙类', amount: '50,000.00' },
      { name: '陈水根', group: '二组', category: '丙类', amount: '' },
    ])
    expect([data.from, data.until]).toEqual(['2025 年 9 月 8 日', '2025 年 9 月 15 日'])
    expect(
      renderTypst(noticePaper.template, { ...data, printed: '' })
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('the letter names every fact once with its source, every step with its clause, and the amount in words', async () => {
    const data = await decisionLetter.data(noCtx, { caseId: 1, itemId: 5 }, doors(item))
    expect(data).toMatchObject({ amount: '50,000.00', words: '伍万元整', decided: '2025 年 8 月 29 日' })
    expect(data.facts).toEqual([
      { label: '出生日期', value: '1999-08-29', source: '户籍册·出生日期，2025-05-12' },
    ])
    expect(data.steps).toEqual([
      {
        label: '保障类别',
        value: '乙类（劳动年龄段内）',
        why: '25 周岁 < 60 周岁',
        clause: '16 周岁以上为劳动年龄段内',
      },
    ])
    expect(renderTypst(decisionLetter.template, { ...data, printed: '' }).length).toBeGreaterThan(10_000)
  })

  it('nobody gets a letter before he is decided', async () => {
    const asked = decisionLetter.data(noCtx, { caseId: 1, itemId: 5 }, doors({ ...item, decisionId: null }))
    await expect(asked).rejects.toMatchObject({ code: 'report.notDecided' })
  })
})
