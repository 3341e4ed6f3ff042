// npm start: installs what is missing, builds the page if it is stale, runs the server until it is told to stop.
import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { environment, flags } from '../server/bin/memory.mjs'
import { buildWeb } from './build.mjs'
import { installMissing, nodeProgram, root } from './install.mjs'

const dataDir = resolve(process.env.XIANGCE_DATA || join(root, 'data'))

installMissing()
if (!buildWeb()) {
  console.error('网页没有生成，原因见上。 / the web page could not be built, see above')
  process.exit(1)
}
runServer()

/** A signal to the group reaches the server by itself too; the server takes the second one for the first. */
function runServer() {
  const main = join(root, 'server', 'src', 'main.ts')
  const server = spawn(nodeProgram(), [...flags, main, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...environment, XIANGCE_DATA: dataDir },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  server.on('exit', (code, signal) => {
    if (code !== 0) stopDatabase()
    process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
  })
}

/** A server that ended badly may have left its database running; it stays if another start uses it. */
function stopDatabase() {
  if (process.env.DATABASE_URL) return
  const door = join(root, 'server', 'src', 'platform', 'postgres', 'index.ts')
  const script =
    'const { stopUnusedPostgres } = await import(process.argv[1]); await stopUnusedPostgres(process.argv[2])'
  spawnSync(nodeProgram(), ['--input-type=module', '-e', script, door, dataDir], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
