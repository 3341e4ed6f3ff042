/** Words that the project policies share. */
import { t } from '#kernel'

export const fundingSources = {
  province: t('省', 'province'),
  city: t('市', 'city'),
  district: t('区县', 'district'),
  unit: t('帮扶单位', 'assistance unit'),
  village: t('村自筹', 'village'),
  society: t('社会', 'society'),
} as const

/** DX-04; 逾期 is found, not entered. */
export const projectStates = {
  planning: t('规划设计', 'planning'),
  measured: t('已测量', 'measured'),
  applying: t('申报中', 'applying'),
  inProgress: t('施工中', 'in progress'),
  equipped: t('设备到位', 'equipped'),
  done: t('已完成', 'done'),
} as const
