/** The rules of the catalogue (section 3) by their names, and what to do about each. */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type RuleId = `VR-${string}` | 'GEN-11'

export type Rule = { id: RuleId; label: Text; advice: Text }

const rule = (id: RuleId, label: Text, advice: Text): Rule => ({ id, label, advice })

export const rules: readonly Rule[] = [
  rule(
    'VR-01',
    t('分项相加', 'Sum'),
    t('看少了哪一项，或哪一项重了。', 'See which part is missing or counted twice.'),
  ),
  rule(
    'VR-02',
    t('占比', 'Share'),
    t(
      '对照底数重算；凑成一百的那一项要改。',
      'Compute it again on the base; correct the share that was made to fit.',
    ),
  ),
  rule(
    'VR-03',
    t('占比推出的总数', 'Implied base'),
    t('问清占的是哪个总数。', 'Ask which total the share is of.'),
  ),
  rule(
    'VR-04',
    t('占比合计', 'Share total'),
    t('没有归类的那部分，要写出来。', 'Say where the rest belongs.'),
  ),
  rule(
    'VR-05',
    t('前后一致', 'Same fact'),
    t('以名册为准，改成一个数。', 'Keep the one that the register has.'),
  ),
  rule('VR-06', t('达到要求', 'Bound'), t('达不到的，说明差多少。', 'Say how much is lacking.')),
  rule(
    'VR-07',
    t('增长', 'Growth'),
    t('上年数、增加额、增幅三个数一起核。', 'Check last year, increase and rate together.'),
  ),
  rule(
    'VR-08',
    t('资金分配', 'Allocation'),
    t('没有落到项目的钱，写明去处。', 'Say where the open money goes.'),
  ),
  rule(
    'VR-09',
    t('其中', 'Part of'),
    t('分项不能大于总数；看是否真是“其中”。', 'A part cannot pass the whole; is it a part at all?'),
  ),
  rule(
    'VR-10',
    t('分档', 'Brackets'),
    t(
      '写明界上的数归哪一档，漏的补一档。',
      'Say which bracket takes the limit; add the one that is missing.',
    ),
  ),
  rule(
    'VR-11',
    t('期限', 'Term'),
    t('改期限，或改阶段的截止日。', 'Change the term or the end of the stage.'),
  ),
  rule(
    'VR-12',
    t('数被遮住', 'Masked value'),
    t('补上原数；不知道的写“不详”。', 'Put in the figure, or write 不详.'),
  ),
  rule('VR-13', t('编号', 'Numbering'), t('对照原件补上缺的，改正重的。', 'Compare with the original.')),
  rule(
    'VR-14',
    t('附件附表', 'Reference'),
    t('附上所说的表或文，或删去这句。', 'Attach it, or take the reference out.'),
  ),
  rule(
    'VR-15',
    t('点数', 'Count'),
    t('数一数列出的，改成一致。', 'Count what is listed and make both agree.'),
  ),
  rule(
    'VR-16',
    t('常理', 'Plausibility'),
    t('先问口径，再核原始数。', 'Ask for the definition, then look at the records.'),
  ),
  rule(
    'VR-17',
    t('拼接', 'Spliced text'),
    t('对照原件，删去别处带来的字句。', 'Compare with the original; take foreign words out.'),
  ),
  rule(
    'VR-18',
    t('种植面积', 'Crop areas'),
    t('问清是否套种，再核面积。', 'Ask whether crops are mixed, then check the areas.'),
  ),
  rule('GEN-11', t('乱码', 'Garbled'), t('对照原件照填。', 'Copy it from the original.')),
]

export function ruleOf(id: string): Rule | undefined {
  return rules.find((one) => one.id === id)
}
