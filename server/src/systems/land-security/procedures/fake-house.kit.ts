/** Stand-ins for the other rooms in this room's tests: a list of invented persons, one amount for all, money that arrives when told. */
import type { Fen } from '#kernel'
import { fen, formatYuan, t } from '#kernel'
import type { Assessed, ItemCard, Ports } from '#procedure'

export type FakeHouse = {
  ports: Ports
  /** What has been said and done to the other rooms. */
  due: Record<string, Fen>
  arrived: Record<string, Fen>
  accounts: string[]
  assessed: Map<number, Assessed>
  findings: Map<number, { zh: string; en: string }>
}

const parts = { government: 15_000_00, collective: 20_000_00, individual: 15_000_00, reserve: 2_500_00 }
const labels = {
  government: '政府出资',
  collective: '集体出资',
  individual: '个人出资',
  reserve: '风险准备金',
}

/** LS-08, LS-10: 50,000 at 30/40/30 and 5% on top; a minor has no money of this fund (LS-06). */
export function assessedAs(category: 'above' | 'working' | 'minor', decisionId: number): Assessed {
  const money = category === 'minor' ? {} : parts
  return { outcome: 'eligible', why: t('符合', 'entitled'), values: { decisionId, category, ...money } }
}

export function fakeHouse(people: readonly ItemCard[], place = '990101103201'): FakeHouse {
  const house: FakeHouse = {
    due: {},
    arrived: {},
    accounts: [],
    assessed: new Map(people.map((one) => [one.rowId, assessedAs('working', one.rowId + 1000)])),
    findings: new Map(),
    ports: undefined as never,
  }
  const ports: Ports = {
    subject: async (_, { id }) =>
      id === 1 ? { title: '上坝地块（2025 年第二批）', area: place } : undefined,
    items: async () => people,
    assess: async (_, { rowIds }) => new Map([...house.assessed].filter(([id]) => rowIds.includes(id))),
    findings: async () => house.findings,
    setDue: async (_, { due }) => void Object.assign(house.due, due),
    notFunded: async () =>
      Object.entries(labels).flatMap(([part, zh]) => {
        const short = fen((house.due[part] ?? 0) - (house.arrived[part] ?? 0))
        return short > 0 ? [t(`${zh}差 ${formatYuan(short)} 元没有到账`, `${part} is short`)] : []
      }),
    openAccounts: async (_, request) => {
      for (const one of request.items) house.accounts.push(one.name)
      return new Map(request.items.map((one) => [one.item, { accountId: one.item + 5000 }]))
    },
  }
  return Object.assign(house, { ports })
}
