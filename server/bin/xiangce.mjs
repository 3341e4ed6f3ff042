#!/usr/bin/env node
// Any Node >= 20 may start this; the house itself runs on the pinned one, which reads TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, flags } from './memory.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const cli = join(here, '..', 'src', 'cli.ts')
const child = spawn(pinnedNode(), [...flags, cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

function pinnedNode() {
  const name = `node-${process.platform}-${process.arch}`
  for (let at = here; at !== dirname(at); at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'bin', 'node')
    if (existsSync(path)) return path
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`没有找到 ${name}。请先运行 npm ci。 / ${name} is missing: run npm ci first.`)
  process.exit(1)
}
