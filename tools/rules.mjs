// npm run rules:report, npm run rules:mutate: installs what is missing, then runs server/src/systems/rules on the pinned Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installMissing, nodeProgram, root } from './install.mjs'

const [job, ...args] = process.argv.slice(2)

installMissing()
const run = spawn(nodeProgram(), [join(root, 'server', 'src', 'systems', 'rules', `${job}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal))
run.on('exit', (code) => process.exit(code ?? 1))
