/** Mergers of places: the room's inner front door. */
export { mergerJob } from './move.ts'
export { mergerOperations } from './operations.ts'
export { undoMergerJob } from './undo.ts'
