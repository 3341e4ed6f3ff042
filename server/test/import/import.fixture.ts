/** A county with a few places, and an importer's desk over the population registers, for tests. */
import type { Actor, AnyOperation, Hands } from '#platform'
import { saveFile } from '#platform'
import type { TestCounty } from '#test/database.ts'
import type { Register } from '../../src/register/define.ts'
import type { MergeState } from '../../src/register/import/commit/merge-chunk.ts'
import { mergeChunk } from '../../src/register/import/commit/merge-chunk.ts'
import { importerOf } from '../../src/register/import/importer.ts'
import { importOperations } from '../../src/register/import/operations.ts'
import { registryOf } from '../../src/register/registry.ts'
import { insertRows } from '../../src/register/write-store.ts'
import { landSecurityRegisters } from '../../src/systems/land-security/registers/index.ts'
import { populationImports } from '../../src/systems/population/imports/index.ts'
import { area, populationRegisters } from '../../src/systems/population/registers/index.ts'

export const village = '990101103201'
export const registers: readonly Register[] = [...populationRegisters, ...landSecurityRegisters]
export const registry = registryOf(registers)
export const imports = populationImports
export const importer = importerOf(registry, imports)

export const doors = Object.fromEntries(
  importOperations({ registry, imports }).map((op) => [op.name, op]),
) as Record<string, AnyOperation>

export async function addAreas(county: TestCounty, actor: Actor): Promise<void> {
  const groups = ['一组', '二组', '三组', '四组', '五组', '六组']
  await county.run(actor, (ctx) =>
    insertRows(ctx, area, [
      { code: '990101', name: '青禾县', level: 'county' },
      { code: '990101102', name: '石门镇', level: 'township' },
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: village, name: '石桥村', level: 'village' },
      { code: '990101102203', name: '石门村', level: 'village' },
      ...groups.map((name, i) => ({ code: `${village}00${i + 1}`, name, level: 'group' as const })),
    ]),
  )
}

export type Desk = {
  call<T = Record<string, unknown>>(name: string, input: unknown): Promise<T>
  /** Uploads a file; the import's number. */
  upload(bytes: Buffer, name: string, register?: string, more?: object): Promise<number>
  /** Uploads and reads it with the proposed columns. */
  stage(bytes: Buffer, name: string, register?: string): Promise<number>
  /** The job's work done here, chunk by chunk. */
  merge(importId: number, size?: number): Promise<MergeState>
}

export function deskOf(county: TestCounty, actor: Actor): Desk {
  const call = <T>(name: string, input: unknown) =>
    county.call(actor, doors[name] as AnyOperation, input) as Promise<T>
  const upload = async (bytes: Buffer, name: string, register = 'person', more: object = {}) => {
    const file = await county.run(actor, ({ tx }) =>
      saveFile(tx, { name, mime: 'application/octet-stream', bytes }),
    )
    const { importId } = await call<{ importId: number }>('import.upload', {
      fileId: file.id,
      register,
      ...more,
    })
    return importId
  }
  return {
    call,
    upload,
    stage: async (bytes, name, register) => {
      const importId = await upload(bytes, name, register)
      await call('import.map', { importId })
      return importId
    },
    merge: async (importId, size) => {
      await call('import.commit', { importId })
      const hands: Hands = { apart: (work) => county.run(actor, work) }
      for (let state: MergeState | undefined; ; ) {
        const step = await county.run(actor, (ctx) =>
          mergeChunk(ctx, importer, { importId, state, hands, ...(size ? { size } : {}) }),
        )
        if (step.done) return step.state
        state = step.state
      }
    },
  }
}
