// Builds the web page when one of its sources changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeProgram, root } from './install.mjs'
import { filesUnder } from './tree.mjs'

const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/package.json',
  'web/vite.config.ts',
  'server/src/kernel',
  'server/src/api.ts',
  'package-lock.json',
]

/** Builds `web/dist` if it is stale; true if it is up to date afterwards. */
export function buildWeb() {
  const stamp = join(root, 'web', 'dist', '.stamp')
  const wanted = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  console.log('正在生成网页…… / building the web page')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(nodeProgram(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
  })
  if (done.status !== 0) return false
  writeFileSync(stamp, wanted) // last: an interrupted build has no stamp, because vite empties the folder first
  return true
}

function digest() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesOf(source) {
  const found = statSync(join(root, source), { throwIfNoEntry: false })
  if (!found) return []
  return found.isDirectory() ? filesUnder(root, source) : [source]
}
