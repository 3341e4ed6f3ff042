/** The thread that reads one file into drafts, a slice or two before they are asked for. Started by `source-apart.ts`. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { isProblem } from '#kernel'
import type { Register } from '../../define.ts'
import { packSlice } from './carry.ts'
import { readSlices } from './row-source.ts'
import type { Told, Work } from './source-apart.ts'

/** How many slices may lie ready. */
const AHEAD = 2

async function read({ registers, register, bytes, reading, from }: Work, tell: (told: Told) => void) {
  const declared = (await import(registers)) as { registers: readonly Register[] }
  const own = declared.registers.find(({ name }) => name === register)
  if (!own) throw new Error(`${registers} declares no register ${register}`)
  const file = {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    register: own,
    reading,
  }
  for await (const slice of readSlices(file, from, true)) {
    tell({ kind: 'slice', slice: packSlice(slice) })
    await room()
  }
  tell({ kind: 'end' })
}

let ready = 0
const port = parentPort
if (!port) throw new Error('this file is the work of a thread')
port.on('message', () => ready--)

async function room(): Promise<void> {
  ready++
  while (ready >= AHEAD) await once(port as NonNullable<typeof port>, 'message')
}

function toldOf(thrown: unknown): Told {
  if (!isProblem(thrown))
    return {
      kind: 'error',
      text: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    }
  const { code, status, text, details } = thrown
  return { kind: 'problem', problem: { code, status, text, details } }
}

const tell = (told: Told) => port.postMessage(told)
await read(workerData as Work, tell).catch((thrown: unknown) => tell(toldOf(thrown)))
