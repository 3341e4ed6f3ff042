/** What the operations of the room work with: the declared procedures, the other rooms' ports, the holiday table. */
import type { HolidayTable } from '#kernel'
import type { Procedure } from './define.ts'
import type { Ports } from './ports.ts'
import { procedureProblems } from './problems.ts'

export type Room = {
  readonly procedures: readonly Procedure[]
  readonly ports: Ports
  readonly holidays: HolidayTable
}

export function procedureOf(room: Pick<Room, 'procedures'>, id: string): Procedure {
  const found = room.procedures.find((one) => one.id === id)
  if (!found) throw procedureProblems.unknownProcedure({ procedure: id })
  return found
}
