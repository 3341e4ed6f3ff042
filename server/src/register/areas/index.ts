/** Mergers of places: the room's inner front door. */
export { mergerJob } from './merge.ts'
export { mergerOperations } from './operations.ts'
