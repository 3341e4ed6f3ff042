/** Reads in a thread of its own, so that one core reads while the other looks up and writes. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Text } from '#kernel'
import { Problem } from '#kernel'
import type { Carried } from './carry.ts'
import { unpackSlice } from './carry.ts'
import type { File, Place, Reading, RowSource, Slice } from './row-source.ts'

/** `registers`: the address of a module that exports them; functions do not go from thread to thread. */
export type Work = { registers: string; register: string; bytes: Uint8Array; reading: Reading; from: Place }

export type Told =
  | { kind: 'slice'; slice: Carried }
  | { kind: 'end' }
  | {
      kind: 'problem'
      problem: { code: string; status: number; text: Text; details: Record<string, unknown> }
    }
  | { kind: 'error'; text: string }

/** Rows are short-lived: with room for some thousands of them few outlive a collection, of which there are half as many. */
const NURSERY_MB = 16

/** The file is handed over: its bytes are gone from here. */
export function sourceApart({ bytes, register, reading }: File, from: Place, registers: URL): RowSource {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)
  const work: Work = { registers: registers.href, register: register.name, bytes: own, reading, from }
  setFlagsFromString(`--max-semi-space-size=${NURSERY_MB}`) // holds for what is started from now on
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    workerData: work,
    transferList: [own.buffer as ArrayBuffer],
  })
  const told = mailbox(worker)
  return {
    next: async () => {
      const slice = sliceOf(await told())
      if (slice) worker.postMessage('taken')
      return slice
    },
    close: () => void worker.terminate(),
  }
}

function sliceOf(told: Told): Slice | null {
  if (told.kind === 'problem') throw new Problem(told.problem)
  if (told.kind === 'error') throw new Error(told.text)
  return told.kind === 'end' ? null : unpackSlice(told.slice)
}

/** What the thread says, in order; once it is gone, whoever asks is told so. It keeps the process only while somebody waits. */
function mailbox(worker: Worker): () => Promise<Told> {
  const come: Told[] = []
  let waiting: ((told: Told) => void) | undefined
  const put = (told: Told) => {
    if (waiting) waiting(told)
    else come.push(told)
    waiting = undefined
  }
  const gone = (why: string) => put({ kind: 'error', text: `the reading thread ended: ${why}` })
  worker.on('message', put)
  worker.on('error', (error) => gone(String(error)))
  worker.on('exit', (code) => gone(`exit code ${code}`))
  worker.unref()
  return async () => {
    const next = come.shift()
    if (next) return next
    worker.ref()
    return new Promise<Told>((resolve) => {
      waiting = resolve
    }).finally(() => worker.unref())
  }
}
