import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUndecodable, foldName, foldText, foldWidth, stripGlosses, undecodableText } from './fold.ts'

const dictionary: Record<string, string> = {
  農: '农',
  專: '专',
  業: '业',
  規: '规',
  標: '标',
  準: '准',
  張: '张',
}
const toSimplified = (text: string): string => [...text].map((c) => dictionary[c] ?? c).join('')

describe('folding of imported text (GEN-11)', () => {
  it('gives the example of the rule', () => {
    const raw = '農(nóng)民專(zhuān)業(yè)合作社'
    expect(foldText(raw, toSimplified)).toEqual({ raw, text: '农民专业合作社', undecodable: [] })
  })

  it.each(['規(guī)?；N植', '規(guī)?;N植'])(
    'reports the garbled run of %s with its position and keeps it',
    (raw) => {
      const run = raw.slice(6, 9)
      const folded = foldText(raw, toSimplified)
      expect(folded.undecodable).toEqual([{ at: 6, run }])
      expect(folded.raw).toBe(raw)
      expect(folded.text).toContain('?')
    },
  )

  it('says where, what and what to do', () => {
    expect(undecodableText({ at: 6, run: '?；N' }, { sheet: '表1', row: 3, column: 'B' })).toEqual({
      zh: '表1!B3 第 7 个字符起“?；N”无法辨认。请对照原件填写。',
      en: '表1!B3 from character 7: "?；N" cannot be decoded. Copy it from the original.',
    })
  })

  it.each([
    ['替换\ufffd\ufffd符', [{ at: 2, run: '\ufffd\ufffd' }]],
    ['私用\ue123区', [{ at: 2, run: '\ue123' }]],
    ['锟斤拷锟斤拷村', [{ at: 0, run: '锟斤拷锟斤拷' }]],
    ['石桥???', [{ at: 2, run: '???' }]],
    ['石?村', [{ at: 1, run: '?' }]],
    ['å\u0086\u009cæ°\u0091', [{ at: 0, run: 'å\u0086\u009cæ°\u0091' }]],
    ['控\u0001制', [{ at: 1, run: '\u0001' }]],
  ])('finds %j', (raw, expected) => {
    expect(findUndecodable(raw)).toEqual(expected)
  })

  it.each([
    '为什么？因为下雨。',
    'A类保障对象',
    '甲,乙;丙',
    '第1行\n第2行\t末',
    'café',
    '農(nóng)民',
    '(nüè)',
    'https://a.cn/?x=1',
  ])('%j is decodable', (raw) => {
    expect(findUndecodable(raw)).toEqual([])
  })

  it('strips glosses only: letters with a tone mark in brackets behind a Chinese character', () => {
    expect(stripGlosses('規（guī）范')).toBe('規范')
    expect(stripGlosses('標(bia\u0304o)準'.normalize('NFC'))).toBe('標準')
    expect(stripGlosses('旅(lǚ)游(yóu)')).toBe('旅游')
    for (const kept of ['公司(福建)', '面积(mu)', '甲(A)', 'café (café)', '(nóng)'])
      expect(stripGlosses(kept)).toBe(kept)
  })

  it('takes decomposed tone marks', () => {
    expect(foldText('標(bia\u0304o)準', toSimplified).text).toBe('标准')
  })

  it('folds width but not the punctuation of Chinese sentences', () => {
    expect(foldWidth('ＡＢ１２％－３．５，（甲）：乙；？！\u3000x')).toBe('AB12%-3.5，（甲）：乙；？！ x')
  })

  it('makes spaces single and drops those without width', () => {
    expect(foldText(' \ufeff甲\u00a0\u3000 乙\u200b丙\n', toSimplified).text).toBe('甲 乙丙')
  })

  it('is idempotent and total', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = foldText(raw, toSimplified)
        expect(once.raw).toBe(raw)
        for (const { at, run } of once.undecodable) expect(raw.slice(at, at + run.length)).toBe(run)
        expect(foldText(once.text, toSimplified).text).toBe(once.text)
      }),
    )
  })
})

describe('names', () => {
  it.each([
    ['張 三', '张三'],
    ['张\u3000三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['某某（福建） 有限公司', '某某(福建)有限公司'],
    ['John  Smith', 'John Smith'],
    ['3.5号地', '3.5号地'],
  ])('%s is kept as %s', (raw, name) => {
    expect(foldName(raw, toSimplified).text).toBe(name)
  })
})
