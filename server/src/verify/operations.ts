/** The doors of the room. */

import { compareOperations } from './compare/operations.ts'
import { boardDoor } from './operations/board.ts'
import { actDoor, getDoor, listDoor } from './operations/desk.ts'
import {
  checkFiguresDoor,
  figureSheetDoor,
  figureSheetsDoor,
  keepFiguresDoor,
  readFiguresDoor,
} from './operations/figures.ts'
import { runDoor } from './operations/run.ts'
import type { VerifyRoom } from './run.ts'
import { samplingOperations } from './sampling/index.ts'

export function verifyOperations(room: VerifyRoom) {
  return [
    runDoor(room),
    listDoor(room),
    getDoor(room),
    actDoor(room),
    boardDoor,
    readFiguresDoor,
    checkFiguresDoor,
    keepFiguresDoor,
    figureSheetsDoor(room),
    figureSheetDoor(room),
    ...samplingOperations(room),
    ...compareOperations(room),
  ] as const
}
