/** The doors of list comparison. */
import type { VerifyRoom } from '../run.ts'
import { adoptDoor, adoptionsDoor, decideDoor, dropDoor, proposeDoor } from './operations/act.ts'
import { exportDoor } from './operations/export.ts'
import { foreseeDoor } from './operations/foresee.ts'
import { kindsDoor } from './operations/kinds.ts'
import { getDoor, listDoor, missingDoor, rowsDoor } from './operations/read.ts'
import { runDoor, uploadDoor } from './operations/start.ts'

export function compareOperations(room: VerifyRoom) {
  return [
    kindsDoor(room),
    uploadDoor(room),
    runDoor(room),
    listDoor(room),
    getDoor(room),
    rowsDoor(room),
    missingDoor(room),
    decideDoor(room),
    foreseeDoor(room),
    proposeDoor(room),
    adoptDoor(room),
    adoptionsDoor(room),
    exportDoor(room),
    dropDoor(),
  ] as const
}
