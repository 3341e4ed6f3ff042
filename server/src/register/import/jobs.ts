/** The long work of imports as jobs, one kind a register, since a job's verb is fixed: reading the file, entering its rows. */
import { availableParallelism } from 'node:os'
import { t } from '#kernel'
import type { JobKind } from '#platform'
import { defineJob } from '#platform'
import type { Registry } from '../registry.ts'
import type { MergeState } from './commit/merge-chunk.ts'
import { mergeChunk } from './commit/merge-chunk.ts'
import type { ImportDeclaration } from './define.ts'
import type { Importer } from './importer.ts'
import { importerOf } from './importer.ts'
import type { StageState } from './stage/stage-chunk.ts'
import { stageChunk } from './stage/stage-chunk.ts'

/** `registersAt`: see `Importer`. */
export type ImportParts = { registry: Registry; imports: readonly ImportDeclaration[]; registersAt?: URL }

export function importJobs({ registry, imports, registersAt }: ImportParts): JobKind[] {
  const importer = importerOf(registry, imports, registersAt)
  return registry.all.flatMap(({ name, label }) => [
    stageJob(importer, { name, label: label.zh, en: label.en }),
    mergeJob(importer, { name, label: label.zh, en: label.en }),
  ])
}

/** On a single core a reading thread would only take turns with this one. */
const READS_APART = availableParallelism() > 1

type Named = { name: string; label: string; en: string }

export const stageKind = (register: string) => `import.stage.${register}`
export const mergeKind = (register: string) => `import.merge.${register}`

function stageJob(importer: Importer, { name, label, en }: Named): JobKind {
  return defineJob<{ importId: number; state: StageState; size?: number }, StageState>({
    kind: stageKind(name),
    text: t(`读${label}的表`, `Read a sheet of ${en}`),
    can: `${name}.read`,
    chunk: async (ctx, { importId, state: first, size }, state) => {
      const step = await stageChunk(ctx, importer, {
        importId,
        state: state ?? first,
        apart: READS_APART,
        ...(size ? { size } : {}),
      })
      return {
        state: step.state,
        done: step.done,
        text: step.text,
        progress: { at: step.state.rows, total: 0 },
      }
    },
  })
}

function mergeJob(importer: Importer, { name, label, en }: Named): JobKind {
  return defineJob<{ importId: number; total?: number; size?: number }, MergeState>({
    kind: mergeKind(name),
    text: t(`${label}入册`, `Commit to ${en}`),
    can: `${name}.import`,
    chunk: async (ctx, { importId, total, size }, state, hands) => {
      const step = await mergeChunk(ctx, importer, {
        importId,
        total,
        state,
        hands,
        ...(size ? { size } : {}),
      })
      return {
        state: step.state,
        done: step.done,
        text: step.text,
        progress: { at: step.state.merged, total: step.state.total },
      }
    },
  })
}
