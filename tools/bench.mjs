// npm run bench: installs what is missing, then measures the jobs of server/bench on the pinned Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installMissing, nodeProgram, root } from './install.mjs'

installMissing()
const bench = spawn(nodeProgram(), [join(root, 'server', 'bench', 'main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bench.kill(signal))
bench.on('exit', (code) => process.exit(code ?? 1))
