/** The ports of the room over the real rooms below it; called once, where the house is composed. */
import type { Funds } from '#ledger'
import type { PolicyRoom } from '#policy'
import type { Registry } from '#register'
import type { Ports } from '../ports.ts'
import { ledgerPorts } from './ledger-ports.ts'
import { assessPort } from './policy-ports.ts'
import { itemsPort, subjectPort } from './subject-ports.ts'

export type HouseRooms = {
  readonly registers: Registry
  readonly policy: PolicyRoom
  readonly funds: Funds
  /** Open findings by row; without a room that checks, nothing is ever found. */
  readonly findings?: Ports['findings']
}

export function housePorts({ registers, policy, funds, findings }: HouseRooms): Ports {
  return {
    subject: subjectPort(registers),
    items: itemsPort(registers),
    assess: assessPort(policy),
    findings: findings ?? (async () => new Map()),
    ...ledgerPorts(funds),
  }
}
