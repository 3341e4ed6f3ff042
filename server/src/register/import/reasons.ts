/** The kinds of faults and of silent repairs, as the page counts them. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Register } from '../define.ts'

/** `contradiction:birthDate` -> 出生日期与证件号不符. */
export function reasonText(register: Register, code: string): Text {
  const [kind = '', name = ''] = code.split(':')
  const label = register.fields[name]?.label ?? t(name, name)
  const identity = register.fields[register.identity[0] ?? '']?.label ?? register.label
  const title = register.fields[register.title]?.label ?? register.label
  return kinds[kind]?.({ label, identity, title }) ?? t(code, code)
}

type Words = { label: Text; identity: Text; title: Text }

const kinds: Record<string, (words: Words) => Text> = {
  missing: ({ label }) => t(`缺${label.zh}`, `${label.en} missing`),
  unreadable: ({ label }) => t(`${label.zh}不合要求`, `${label.en} not readable`),
  lostDigits: ({ label }) => t(`${label.zh}末几位丢了`, `${label.en} lost its last digits`),
  uncomputed: ({ label }) => t(`${label.zh}的公式没有结果`, `${label.en}: formula without result`),
  errorValue: ({ label }) => t(`${label.zh}的公式出错`, `${label.en}: formula error`),
  dittoNothing: ({ label }) => t(`${label.zh}写“同上”，上面没有`, `${label.en}: ditto with nothing above`),
  age: ({ label }) => t(`${label.zh}只写了年龄`, `${label.en}: only an age`),
  struck: () => t('有划掉的内容', 'Struck through'),
  hiddenRow: () => t('隐藏的行', 'Hidden rows'),
  garbled: ({ label }) => t(`${label.zh}有乱码`, `${label.en} garbled`),
  doubt: ({ label }) => t(`${label.zh}要核对`, `${label.en} to be checked`),
  contradiction: ({ label, identity }) =>
    t(`${label.zh}与${identity.zh}不符`, `${label.en} against ${identity.en}`),
  unknownArea: () => t('村组查不到', 'Place not found'),
  areaOutside: () => t('不在管辖范围', 'Outside the area'),
  unknownReference: ({ label }) => t(`${label.zh}查不到`, `${label.en} not found`),
  unknownOwner: () => t('没写归谁', 'Belongs to nobody'),
  repeated: () => t('与本表另一行重复', 'Twice in the file'),
  sameTwice: () => t('与本表另一行相同', 'The same line twice'),
  otherTitle: ({ title, identity }) =>
    t(`${identity.zh}相同，${title.zh}不同`, `Same ${identity.en}, other ${title.en}`),
  namesakeHere: () => t('表内同名同村，缺证件号', 'Namesakes in the file, no number'),
  namesake: () => t('同名同生日', 'Namesakes'),
  elsewhere: () => t('已在别处登记', 'Registered elsewhere'),
  changedSince: () => t('预览后被改过', 'Changed since the preview'),
}

/** What was done without asking; the original text is kept with the row. */
export const noticeTexts: Readonly<Record<string, Text>> = {
  merged: t('合并单元格已向下补', 'Merged cells filled'),
  ditto: t('“同上”已照上一行补', 'Ditto marks filled from the row above'),
  unit: t('已按表里写的单位换算', 'Converted from the unit that the sheet states'),
  width: t('全角数字已转半角', 'Full-width digits made half-width'),
  date: t('文本日期已认出', 'Dates written as text read'),
  upgraded: t('15 位证件号已升 18 位', 'Identity numbers of 15 digits upgraded'),
  simplified: t('繁体已转简体', 'Traditional characters simplified'),
  gloss: t('拼音注音已去掉', 'Pinyin glosses taken off'),
  sum: t('合计行已跳过', 'Sum lines passed over'),
  note: t('附注、签字行已跳过', 'Notes and signatures passed over'),
  head: t('重复的表头已跳过', 'Repeated headings passed over'),
  section: t('分组小标题已认出', 'Section lines read'),
  blank: t('空行已跳过', 'Blank lines passed over'),
}
