/** Whoever has an open finding is not decided upon until it is closed (查 before 办). */
import type { FindingsClear } from './effect.ts'
import type { Runner } from './runner.ts'

/** The hindrance itself is found when the next acts are asked for (`around.findings`), so nothing is left to do. */
export const findingsClearRunner: Runner<FindingsClear> = {}
