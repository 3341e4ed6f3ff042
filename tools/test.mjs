// npm test: installs what is missing, then hands over to the checks on the pinned Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installMissing, nodeProgram, root } from './install.mjs'

installMissing()
const checks = spawn(nodeProgram(), [join(root, 'tools', 'checks.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => checks.kill(signal))
checks.on('exit', (code) => process.exit(code ?? 1))
