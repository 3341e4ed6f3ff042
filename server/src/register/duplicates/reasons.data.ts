/** What speaks for or against one person, in points and in words. */
import type { Text } from '#kernel'
import { t } from '#kernel'

/**
 * Points: a name and a birth date that agree reach "possible" (60) alone, with the village "likely" (75). Two numbers that
 * both check outweigh all of that: they are two persons. Measured by `bench/duplicates.ts` on labelled records.
 */
export const points = {
  numberSame: 90,
  numberOldForm: 90,
  numberHidden: 25,
  numberSlip: 40,
  numberOther: -60,
  nameSame: 40,
  nameSound: 32,
  nameShape: 32,
  nameNearSound: 26,
  nameEdge: 12,
  nameDifferent: -40,
  birthSame: 32,
  birthSlip: 14,
  birthDifferent: -40,
  birthGeneration: -60,
  sexDifferent: -25,
  villageSame: 14,
  townshipSame: 5,
  markSame: 12,
  maybeTwins: -20,
} as const

export type ReasonCode = keyof typeof points

export const reasonWords: Readonly<Record<ReasonCode, Text>> = {
  numberSame: t('号码相同', 'same number'),
  numberOldForm: t('15 位与 18 位是同一个号', '15 and 18 digits of one number'),
  numberHidden: t('号码没遮住的几位相同', 'what is shown of the number agrees'),
  numberSlip: t('号码只差一位，其中一个校验不符', 'the numbers differ in one place, and one does not check'),
  numberOther: t('号码不同，都校验相符', 'two numbers that both check'),
  nameSame: t('姓名相同', 'same name'),
  nameSound: t('姓名同音', 'the names sound the same'),
  nameShape: t('姓名字形相近', 'the names look alike'),
  nameNearSound: t('姓名读音相近', 'the names sound alike'),
  nameEdge: t('姓名只差一个字', 'the names differ in one character'),
  nameDifferent: t('姓名不同', 'different names'),
  birthSame: t('出生日期相同', 'same date of birth'),
  birthSlip: t('出生日期只差一处', 'the dates of birth differ in one part'),
  birthDifferent: t('出生日期不同', 'different dates of birth'),
  birthGeneration: t('出生相差一代', 'born a generation apart'),
  sexDifferent: t('性别不同', 'different sex'),
  villageSame: t('同一个村', 'same village'),
  townshipSame: t('同一个乡镇', 'same township'),
  markSame: t('相同', 'same'),
  maybeTwins: t(
    '同户同生日而名字不同，可能是双胞胎',
    'one household, one birthday, two names: perhaps twins',
  ),
}
