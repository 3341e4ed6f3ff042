/** `xiangce check --figures` and `--text`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile, showChecked } from './check-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(option: 'figures' | 'text', name: string, content: string) {
  const path = join(folder, name)
  await writeFile(path, content)
  return checkFile({ words: [], options: { [option]: path } })
}

describe('the command', () => {
  it('looks at a sheet: 20 + 48 of 100', async () => {
    const result = await check(
      'figures',
      'a.csv',
      '名称,数值,属于合计\n资金,100,\n两村,20,资金\n联系点,48,资金\n',
    )
    expect(result).toMatchObject({
      file: 'a.csv',
      found: 1,
      outcomes: [{ rule: 'VR-01', verdict: 'incomplete', difference: '32', label: { zh: '分项相加' } }],
    })
    expect(result && showChecked(result)).toContain('20 ＋ 48 ＝ 68')
    expect(result).toMatchObject({
      outcomes: [
        {
          place: '第 1 行 资金、第 2 行 两村、第 3 行 联系点',
          stated: '资金 100',
          en: { place: 'row 1 资金, row 2 两村, row 3 联系点', stated: '资金 100', computed: '20 + 48 = 68' },
        },
      ],
    })
    expect(result && showChecked(result, 'en').split('\n').at(-1)).toBe('1 in all.')
  })
  it('looks at a text, and says that relations wait', async () => {
    const result = await check('text', 'a.txt', '共有100人，其中甲村40人，乙村50人，耕地20xx亩。')
    expect(result).toMatchObject({ found: 1, findings: [{ rule: 'VR-12', spots: [{ at: 23, length: 4 }] }] })
    expect(result && showChecked(result)).toContain('待人确认')
  })
  it('is for the database without these options, and takes one of them', async () => {
    expect(checkFile({ words: [], options: {} })).toBeUndefined()
    expect(() => checkFile({ words: [], options: { figures: 'a', text: 'b' } })).toThrow()
    await expect(
      checkFile({ words: [], options: { figures: join(folder, 'none.csv') } }),
    ).rejects.toMatchObject({
      code: 'platform.usage',
    })
    await expect(check('figures', 'b.txt', '文')).rejects.toMatchObject({ code: 'platform.usage' })
  })
})
