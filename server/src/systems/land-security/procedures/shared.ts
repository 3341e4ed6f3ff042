/** What several steps share: offices, reasons, the money that a project has to bring. */
import { t } from '#kernel'
import type { Form } from '#procedure'
import { ask, fundingDue } from '#procedure'

export const fund = 'land-security.protection'

export const offices = {
  village: t('村集体', 'village collective'),
  township: t('乡镇政府', 'township government'),
  bureau: t('县人社局', 'county HR and social security bureau'),
  finance: t('县财政局', 'county finance bureau'),
  fund: t('县人社局基金财务', 'fund accountant of the bureau'),
}

export const noLimit = t('来文没有规定时限', 'the source sets no limit')
export const reason = ask.note({ label: t('理由', 'Reason') })
export const mend: Form = {
  reason: ask.note({ label: t('要补什么、找谁补', 'What is to be put right, and by whom') }),
}

/** The money of everybody who stands in one of these is to be brought by the project, those held by an objection too (LS-09). */
export const due = fundingDue({
  fund,
  states: ['decided', 'noticed', 'approved', 'funded', 'opened'],
  parts: { government: 'government', collective: 'collective', individual: 'individual', reserve: 'reserve' },
})
