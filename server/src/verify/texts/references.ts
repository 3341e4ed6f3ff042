/** VR-14: a reference to an annex, a table or another paper that is not there. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Seen } from './finding.ts'
import { seen } from './finding.ts'
import type { Part } from './parts.ts'

type Reference = { form: RegExp; object: RegExp; what: Text }

const table = /^表\s*[\d一二三四五六七八九十]|\t.*\t|^\|.*\|/

const references: readonly Reference[] = [
  {
    form: /(?:[详具]?见|参见|如)附件\s*\d*|名单附后|附件\d+/gu,
    object: /^附\s*件?\s*[:：\d一二三]/,
    what: t('附件', 'annex'),
  },
  {
    form: /(?:[详具]?见|参见|如)附表\s*\d*|附表\d+/gu,
    object: /^附\s*表\s*[:：\d一二三]?/,
    what: t('附表', 'annexed table'),
  },
  {
    form: /(?:文件|名单|方案|办法|细则|通知)(?:将)?另发|另行下发/gu,
    object: /^(?!)/,
    what: t('另发的文件', 'paper sent apart'),
  },
  {
    form: /(?:[见如由从据])[上下附]?表(?=[\d一二三四五六七八九十所反可中看])|见[上下]表|(?:上|下)表(?:所示|反映|可见)/gu,
    object: table,
    what: t('表', 'table'),
  },
  {
    form: /(?:见|如)[上下附]?图(?=[\d一二三四五六七八九十所可])|见[上下]图/gu,
    object: /^图\s*[\d一二三四五六七八九十]/,
    what: t('图', 'figure'),
  },
]

/** `tables`: how many tables the file itself carried (Word). */
export function danglingReferences({ paragraphs }: Part, tables = 0): Seen[] {
  return references.flatMap(({ form, object, what }) => {
    if (paragraphs.some(({ text }) => object.test(text)) || (tables > 0 && what.zh.endsWith('表'))) return []
    return paragraphs.flatMap(({ at, text }) =>
      [...text.matchAll(form)].map((match) =>
        seen('VR-14', 'dangling-reference', {
          spots: [{ at: at + match.index, length: match[0].length }],
          stated: text.slice(Math.max(0, match.index - 10), match.index + match[0].length + 6),
          computed: t(`文中没有${what.zh}`, `the text has no ${what.en}`),
        }),
      ),
    )
  })
}
