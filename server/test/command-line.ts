/** The command line of the machine room: as a shell starts it, and in this process, which has read the program already. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../src/cli.ts'

export type Ran = { code: number | null; out: string; err: string }

/** `database`: its address; `input`: what comes in through the pipe. */
export type Around = { database: string; input?: string }

const bin = fileURLToPath(new URL('../bin/xiangce.mjs', import.meta.url))

/** A process of its own, which takes a second or two: each command once, and what only a process has (pipes, signals). */
export function started({ database, input }: Around, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, DATABASE_URL: database, NODE_OPTIONS: '' },
  })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part) => (ran.out += part))
  child.stderr.setEncoding('utf8').on('data', (part) => (ran.err += part))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ran, code })))
}

/** The same program in this process: what it writes is caught, its exit code is what it returns. */
export async function inProcess(database: string, ...args: string[]): Promise<Ran> {
  const was = process.env.DATABASE_URL
  const [out, err] = [caught(process.stdout), caught(process.stderr)]
  process.env.DATABASE_URL = database
  try {
    return { code: await runCommandLine(args), out: out.text(), err: err.text() }
  } finally {
    for (const stream of [out, err]) stream.release()
    if (was === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = was
  }
}

function caught(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  const { write } = stream
  const parts: string[] = []
  const keep = (text: string, done?: () => void) => {
    parts.push(text)
    done?.()
    return true
  }
  stream.write = keep as typeof write // the program writes text, with or without a callback
  return {
    text: () => parts.join(''),
    release: () => {
      stream.write = write
    },
  }
}
