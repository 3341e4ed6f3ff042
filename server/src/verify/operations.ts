/** The doors of the room. */
import { actDoor, getDoor, listDoor } from './operations/desk.ts'
import { runDoor } from './operations/run.ts'
import type { VerifyRoom } from './run.ts'

export function verifyOperations(room: VerifyRoom) {
  return [runDoor(room), listDoor(room), getDoor(room), actDoor(room)] as const
}
