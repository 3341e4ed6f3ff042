/** Sampling: a second look in the field, and how sure one may be of the rest. */
import { shareDoor, sharesDoor } from './here-operations.ts'
import { againDoor, closeDoor, drawDoor, freeDoor, planDoor, samplesDoor } from './plan-operations.ts'
import { reportDoor } from './result-operations.ts'
import type { SamplingRoom } from './room.ts'
import { mineDoor, visitDoor, waitingDoor } from './visit-operations.ts'

export { defineSample, type SampleDesign } from './define.ts'
export { fieldLooks } from './looks.ts'
export { type SampleMeta, sampleMeta } from './meta.ts'
export { sampleProblems } from './problems.ts'
export { type SampleReport, sampleReportShape } from './result-operations.ts'
export type { SamplingRoom } from './room.ts'
export { intervalText, percentText } from './words.ts'

export function samplingOperations(room: SamplingRoom) {
  return [
    planDoor(room),
    drawDoor(room),
    samplesDoor,
    reportDoor(room),
    closeDoor,
    freeDoor,
    againDoor,
    mineDoor(room),
    visitDoor(room),
    waitingDoor,
    sharesDoor,
    shareDoor(room),
  ] as const
}
