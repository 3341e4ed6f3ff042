/** All doors of duplicates, over the registers of the house. */
import type { Register } from '../define.ts'
import { registryOf } from '../registry.ts'
import type { DuplicatePorts } from './merge.ts'
import { apartDoor, confirmDoor, mergeDoor, searchDoor, undoDoor, withdrawDoor } from './operations/act.ts'
import { candidatesDoor } from './operations/candidates.ts'
import { mergesDoor } from './operations/merges.ts'
import { listDoor, pairDoor } from './operations/pairs.ts'

/** `ports`: what the room cannot know itself: which rows have accounts. */
export function duplicateOperations({
  registers,
  ports,
}: {
  registers: readonly Register[]
  ports: DuplicatePorts
}) {
  const registry = registryOf(registers)
  const room = { registry, ports }
  return [
    candidatesDoor(registry),
    searchDoor(registry),
    listDoor(registry),
    pairDoor({ registry, ports }),
    mergesDoor(registry),
    apartDoor(registry),
    mergeDoor(room),
    confirmDoor(room),
    withdrawDoor(registry),
    undoDoor(registry),
  ] as const
}
