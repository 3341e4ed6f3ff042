import { describe, expect, it } from 'vitest'
import { houseStyle } from './style.ts'
import { renderTypst } from './typst.ts'

describe('a paper', () => {
  it('is a PDF of as many pages as its rows need', () => {
    const rows = Array.from({ length: 80 }, (_, at) => ({ name: `周桂枝${at}`, amount: '35,000.00' }))
    const template = `${houseStyle('landscape')}
#title(data.title)
#table(columns: (1fr, auto), table.header([姓名], [金额（元）]), ..data.rows.map(r => (r.name, money(r.amount))).flatten())`
    const pdf = renderTypst(template, { title: '名单', printed: '县人社局', rows })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pageCount(pdf)).toBeGreaterThan(2)
  })

  it('takes names as data: Typst signs in a name are printed, not run', () => {
    const template = `${houseStyle('portrait')}\n#data.name`
    expect(() => renderTypst(template, { title: '甲', printed: '', name: '#panic("no") 𠮷' })).not.toThrow()
  })

  it('says what is wrong with a broken template', () => {
    expect(() =>
      renderTypst(`${houseStyle('portrait')}\n#data.missing`, { title: '甲', printed: '' }),
    ).toThrow(/has a fault.*missing/s)
  })
})

/** The count that the page tree of the PDF states. */
function pageCount(pdf: Buffer): number {
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))
}
