import { describe, expect, it } from 'vitest'
import { linesOf } from './pasted.ts'

describe('cells copied out of a spreadsheet', () => {
  it('come line by line, an empty cell where a merged one goes on', () => {
    expect(linesOf('序号\t公民身份信息\t\r\n\t姓名\t证件号\r\n')).toEqual([
      ['序号', '公民身份信息', ''],
      ['', '姓名', '证件号'],
    ])
  })

  it('keep a heading that is broken over two lines in its cell', () => {
    expect(linesOf('姓名\t"与户主\n关系"\t"他说""好"""')).toEqual([['姓名', '与户主关系', '他说"好"']])
  })

  it('may be typed in one line', () => {
    expect(linesOf('姓名、身份证号，电话')).toEqual([['姓名', '身份证号', '电话']])
  })

  it('are nothing when nothing is written', () => {
    expect(linesOf('')).toEqual([])
    expect(linesOf(' \n\t\n')).toEqual([])
  })
})
