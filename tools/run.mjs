// Runs a command to its end.
import { spawn } from 'node:child_process'
import { root } from './install.mjs'

/** Keeps its output for the one who asks. */
export function runQuietly(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const parts = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part))
  return ended(child, () => Buffer.concat(parts).toString().trim())
}

/** Shows its output as it comes. */
export function runOpenly(program, args) {
  return ended(spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }), () => '')
}

function ended(child, output) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ passed: false, output: error.message }))
    child.on('close', (code) => resolve({ passed: code === 0, output: output() }))
  })
}
