/** The takings of land in the demo county, each standing somewhere else on the way on the demo day. Invented; the first is the whole-project example of the catalogue. */
import { type Day, day } from '#kernel'

export type Counts = { above: number; working: number; minor: number }

export type Taking = {
  name: string
  village: string
  villageClerk: string
  townshipClerk: string
  approvalNo: string
  approvedOn: Day
  takenOn: Day
  /** Mu. */
  land: string
  /** Yuan. */
  landCompensation: string
  resettlementSubsidy: string
  transferRevenue: string
  basePerPerson: string
  counts: Counts
  /** Name of an earlier taking from which one person is listed again, as it happens. */
  alsoFrom?: string
}

const inShiqiao = { village: '990101103201', villageClerk: 'shiqiao', townshipClerk: 'liuxi' }
const inShangba = { village: '990101102201', villageClerk: 'shangba', townshipClerk: 'shimen' }

/** Catalogue 2.1, whole-project example: 40 (a), 85 (b), 25 (c), 50,000 each for (a) and (b). */
export const shiqiaoField: Taking = {
  ...inShiqiao,
  name: '石桥地块',
  approvalNo: '青政土〔2023〕18 号',
  approvedOn: day('2023-06-15'),
  takenOn: day('2023-06-30'),
  land: '218.60',
  landCompensation: '5465000.00',
  resettlementSubsidy: '2375000.00',
  transferRevenue: '13116000.00',
  basePerPerson: '50000.00',
  counts: { above: 40, working: 85, minor: 25 },
}

export const shangbaField: Taking = {
  ...inShangba,
  name: '上坝地块',
  approvalNo: '青政土〔2025〕7 号',
  approvedOn: day('2025-04-18'),
  takenOn: day('2025-04-30'),
  land: '96.40',
  landCompensation: '2410000.00',
  resettlementSubsidy: '1085000.00',
  transferRevenue: '5784000.00',
  basePerPerson: '50000.00',
  counts: { above: 16, working: 41, minor: 11 },
}

/** Three of its four parts have arrived; the reserve is short. */
export const substation: Taking = {
  ...inShiqiao,
  name: '石桥变电站地块',
  approvalNo: '青政土〔2025〕3 号',
  approvedOn: day('2025-02-20'),
  takenOn: day('2025-02-28'),
  land: '21.30',
  landCompensation: '532500.00',
  resettlementSubsidy: '310000.00',
  transferRevenue: '1278000.00',
  basePerPerson: '50000.00',
  counts: { above: 5, working: 13, minor: 2 },
}

export const waterworks: Taking = {
  ...inShangba,
  name: '上坝水厂地块',
  approvalNo: '青政土〔2025〕11 号',
  approvedOn: day('2025-06-20'),
  takenOn: day('2025-06-30'),
  land: '9.80',
  landCompensation: '245000.00',
  resettlementSubsidy: '125000.00',
  transferRevenue: '588000.00',
  basePerPerson: '50000.00',
  counts: { above: 2, working: 5, minor: 1 },
}

export const school: Taking = {
  ...inShiqiao,
  name: '石桥小学地块',
  approvalNo: '青政土〔2025〕14 号',
  approvedOn: day('2025-07-25'),
  takenOn: day('2025-07-31'),
  land: '11.20',
  landCompensation: '280000.00',
  resettlementSubsidy: '140000.00',
  transferRevenue: '672000.00',
  basePerPerson: '50000.00',
  counts: { above: 3, working: 5, minor: 1 },
}

/** A small one for trying the whole way. */
export const canal: Taking = {
  ...inShiqiao,
  name: '石桥水渠地块',
  approvalNo: '青政土〔2025〕16 号',
  approvedOn: day('2025-08-20'),
  takenOn: day('2025-08-31'),
  land: '14.50',
  landCompensation: '362500.00',
  resettlementSubsidy: '190000.00',
  transferRevenue: '870000.00',
  basePerPerson: '50000.00',
  counts: { above: 3, working: 7, minor: 2 },
  alsoFrom: '石桥地块',
}
