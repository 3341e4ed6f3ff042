/** The doors of the import, over the registers and what systems know about their rosters. */

import { importerOf } from './importer.ts'
import type { ImportParts } from './jobs.ts'
import { addLayoutDoor } from './operations/add-layout.ts'
import { commitDoor, dropDoor, undoDoor } from './operations/commit.ts'
import { fixAlikeDoor, fixDoor } from './operations/fix.ts'
import { headDoor, topDoor } from './operations/head.ts'
import { changeLayoutDoor, dropLayoutDoor, layoutsDoor } from './operations/layouts.ts'
import { mapDoor } from './operations/map.ts'
import { previewDoor } from './operations/preview.ts'
import { getDoor, listDoor, rowsDoor } from './operations/read.ts'
import { rejectsDoor } from './operations/rejects.ts'
import type { OtherWays } from './operations/source.ts'
import { sourceDoor } from './operations/source.ts'
import { stepBackDoor } from './operations/step-back.ts'
import { uploadDoor } from './operations/upload.ts'
import { forgetDoor, spreadDoor, teachDoor, wordsDoor } from './operations/words.ts'

/** `sources`: what else than imports brings values into rows; `looks`: what says how sure they are. */
export function importOperations({ registry, imports, sources, looks }: ImportParts & OtherWays) {
  const importer = importerOf(registry, imports)
  return [
    uploadDoor(importer),
    listDoor(importer),
    getDoor(importer),
    topDoor(importer),
    headDoor(importer),
    mapDoor(importer),
    rowsDoor(importer),
    previewDoor(importer),
    fixDoor(importer),
    fixAlikeDoor(importer),
    stepBackDoor(importer),
    commitDoor(importer),
    rejectsDoor(importer),
    undoDoor(importer),
    dropDoor(),
    sourceDoor(importer, { sources, looks }),
    wordsDoor(importer),
    teachDoor(importer),
    forgetDoor(),
    spreadDoor(),
    layoutsDoor(importer),
    addLayoutDoor(importer),
    changeLayoutDoor(importer),
    dropLayoutDoor(),
  ] as const
}
