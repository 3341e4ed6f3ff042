/** Import: sheets as offices send them, on their way into a register. */
export { importCommand } from './command.ts'
export type { Derivation, ImportDeclaration } from './define.ts'
export { defineImport } from './define.ts'
export type { ImportParts } from './jobs.ts'
export { importJobs } from './jobs.ts'
export { importOperations } from './operations.ts'
export type { Sheet, SheetCell, SheetRow, Workbook } from './read/index.ts'
export { readWorkbook } from './read/index.ts'
