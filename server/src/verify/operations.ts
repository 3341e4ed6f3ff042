/** The doors of the room. */

import { compareOperations } from './compare/operations.ts'
import { actDoor, actManyDoor } from './operations/act.ts'
import { boardDoor } from './operations/board.ts'
import { getDoor } from './operations/desk.ts'
import {
  checkFiguresDoor,
  figureSheetDoor,
  figureSheetsDoor,
  keepFiguresDoor,
  readFiguresDoor,
} from './operations/figures.ts'
import { listDoor, tallyDoor } from './operations/list.ts'
import { behindDoor, registerFiguresDoor } from './operations/registered.ts'
import { runDoor } from './operations/run.ts'
import type { VerifyRoom } from './run.ts'
import { samplingOperations } from './sampling/index.ts'

export function verifyOperations(room: VerifyRoom) {
  return [
    runDoor(room),
    listDoor(room),
    tallyDoor(room),
    getDoor(room),
    actDoor(room),
    actManyDoor(room),
    boardDoor,
    readFiguresDoor(room),
    checkFiguresDoor(room),
    keepFiguresDoor(room),
    registerFiguresDoor(room),
    behindDoor(room),
    figureSheetsDoor(room),
    figureSheetDoor(room),
    ...samplingOperations(room),
    ...compareOperations(room),
  ] as const
}
