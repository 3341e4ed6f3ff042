/** All doors of the room, over the registers of the house. */
import { mergerOperations } from './areas/index.ts'
import type { Register } from './define.ts'
import { exportDoor, templateDoor } from './operations/excel.ts'
import { listDoor, searchDoor, totalDoor } from './operations/list.ts'
import { getDoor, historyDoor, revealDoor } from './operations/record.ts'
import { removeDoor, saveDoor } from './operations/write.ts'
import { registryOf } from './registry.ts'

/** Checks the registers and gives the operations on them. */
export function registerOperations({ registers }: { registers: readonly Register[] }) {
  const registry = registryOf(registers)
  return [
    listDoor(registry),
    totalDoor(registry),
    searchDoor(registry),
    getDoor(registry),
    historyDoor(registry),
    revealDoor(registry),
    saveDoor(registry),
    removeDoor(registry),
    exportDoor(registry),
    templateDoor(registry),
    ...mergerOperations(registry),
  ] as const
}
