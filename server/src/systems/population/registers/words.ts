/** Choices that several registers of persons share. */
import { t } from '#kernel'

export const sex = { male: t('男', 'male'), female: t('女', 'female') } as const

export const hukou = {
  agricultural: t('农业', 'agricultural'),
  'non-agricultural': t('非农业', 'non-agricultural'),
} as const

export const politicalStatus = {
  masses: t('群众', 'none'),
  member: t('中共党员', 'Party member'),
  probationary: t('预备党员', 'probationary member'),
  applicant: t('入党积极分子', 'applicant'),
  league: t('共青团员', 'League member'),
  other: t('其他党派', 'other party'),
} as const

export const education = {
  none: t('未上学', 'none'),
  primary: t('小学', 'primary'),
  junior: t('初中', 'junior middle'),
  senior: t('高中', 'senior middle'),
  vocational: t('中专中技', 'vocational'),
  college: t('大专', 'junior college'),
  bachelor: t('本科', 'bachelor'),
  graduate: t('研究生', 'graduate'),
} as const
