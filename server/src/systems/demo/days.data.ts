/** When each taking of the demo took which step, and the transfers that came in. */
import type { Transfer } from './money-in.ts'
import type { Days } from './walk.ts'

export const doneDays: Days = {
  registered: '2023-08-02T10:05',
  roster: '2023-08-16T15:10',
  opened: '2023-09-04T09:15',
  listed: '2023-09-04T09:40',
  meeting: '2023-09-12T19:30',
  checked: '2023-09-19T11:20',
  decided: '2023-09-26T10:45',
  posted: '2023-09-28T09:00',
  approved: '2023-10-09T15:30',
  settled: '2023-10-20T10:10',
  cards: '2024-10-25T14:20',
}

export const shortDays: Days = {
  registered: '2025-03-17T10:00',
  roster: '2025-04-02T16:20',
  opened: '2025-04-07T09:20',
  listed: '2025-04-07T09:50',
  meeting: '2025-04-15T19:40',
  checked: '2025-04-22T10:30',
  decided: '2025-04-28T15:00',
  posted: '2025-05-06T09:00',
  approved: '2025-05-14T11:10',
}

export const noticedDays: Days = {
  registered: '2025-05-20T09:45',
  roster: '2025-07-15T15:40',
  opened: '2025-07-28T09:30',
  listed: '2025-07-28T10:10',
  meeting: '2025-08-12T19:30',
  checked: '2025-08-20T16:00',
  decided: '2025-08-29T10:25',
  posted: '2025-09-10T09:00',
}

export const checkedDays: Days = {
  registered: '2025-07-21T10:15',
  roster: '2025-08-18T15:15',
  opened: '2025-08-25T09:10',
  listed: '2025-08-25T09:30',
  meeting: '2025-09-03T19:30',
  checked: '2025-09-11T10:40',
}

export const discussedDays: Days = {
  registered: '2025-08-06T11:05',
  roster: '2025-08-27T16:05',
  opened: '2025-09-01T09:25',
  listed: '2025-09-01T09:55',
  meeting: '2025-09-09T19:30',
}

export const draftDays: Days = {
  registered: '2025-09-02T10:35',
  roster: '2025-09-10T15:55',
  opened: '2025-09-12T10:00',
}

export const doneTransfers: readonly Transfer[] = [
  {
    at: '2024-03-18T15:20',
    part: 'government',
    amount: '1875000.00',
    payer: '青禾县财政局国库',
    remark: '石桥地块土地出让收入',
  },
  {
    at: '2024-04-02T10:30',
    part: 'collective',
    amount: '2500000.00',
    payer: '青禾县自然资源局',
    remark: '石桥村土地补偿费',
  },
  {
    at: '2024-05-20T16:10',
    part: 'individual',
    amount: '1200000.00',
    payer: '青禾县自然资源局',
    remark: '安置补助费抵交 第一笔',
  },
  {
    at: '2024-06-11T11:00',
    part: 'individual',
    amount: '675000.00',
    payer: '青禾县自然资源局',
    remark: '安置补助费抵交 第二笔',
  },
  {
    at: '2024-12-10T09:40',
    part: 'reserve',
    amount: '312500.00',
    payer: '青禾县财政局国库',
    remark: '石桥地块风险准备金',
  },
]

export const shortTransfers: readonly Transfer[] = [
  {
    at: '2025-06-05T10:20',
    part: 'government',
    amount: '270000.00',
    payer: '青禾县财政局国库',
    remark: '变电站地块土地出让收入',
  },
  {
    at: '2025-06-19T15:30',
    part: 'collective',
    amount: '360000.00',
    payer: '青禾县自然资源局',
    remark: '变电站地块土地补偿费',
  },
  {
    at: '2025-07-08T09:50',
    part: 'individual',
    amount: '270000.00',
    payer: '青禾县自然资源局',
    remark: '变电站地块安置补助费抵交',
  },
]
