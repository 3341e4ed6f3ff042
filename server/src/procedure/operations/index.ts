/** All doors of the room. */
import type { Room } from '../room.ts'
import { aboutOperation } from './about-operation.ts'
import { caseOperations } from './case-operations.ts'
import { countOperations } from './count-operations.ts'
import { noticeOperations } from './notice-operations.ts'

export function procedureOperations(room: Room) {
  return [
    ...caseOperations(room),
    ...noticeOperations(room),
    ...countOperations(),
    aboutOperation(room),
  ] as const
}
