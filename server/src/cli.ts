/** `xiangce <command> [words] [--options] [--json]`: the third door, for the machine room. */
import { parseArgs } from 'node:util'
import { isProblem, t } from '#kernel'
import type { AloneCall, Command, CommandCall, House } from '#platform'
import { problemBody, runOperation, systemActor } from '#platform'
import { allCommands } from './compose.ts'
import { openHouse, serve } from './main.ts'

const serving = { name: 'serve', usage: '', text: t('启动服务', 'Start the server') }

/** Runs one command line; returns the exit code: 0 done, 1 refused, 2 done with bad news. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const command = allCommands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))
  if (args[0] === 'serve') return serve().then(() => 0)
  if (!command) return help(args[0])
  const json = args.includes('--json')
  try {
    return await runCommand(command, args, json)
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    process.stderr.write(
      json ? `${JSON.stringify(problemBody(thrown))}\n` : `${thrown.text.zh}\n${thrown.text.en}\n`,
    )
    return 1
  }
}

async function runCommand(command: Command, args: readonly string[], json: boolean): Promise<number> {
  const { values, positionals } = parseArgs({
    args: args.slice(command.name.split(' ').length),
    allowPositionals: true,
    options: { json: { type: 'boolean' }, ...command.options },
  })
  const given = { words: positionals, options: values as CommandCall['options'] }
  const result = (await (command.runAlone?.(given) ?? runInHouse(command, given))) as never
  const text = json || !command.show ? JSON.stringify(result) : command.show(result, given)
  await written(`${text}\n`)
  const bad = command.fails?.(result) ?? false
  return bad === true ? 2 : Number(bad)
}

/** Resolves once all of it is out: a pipe takes a long text in pieces, and the process ends right after. */
function written(text: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())))
}

async function runInHouse(command: Command, given: AloneCall): Promise<unknown> {
  const opened = await openHouse()
  try {
    return await command.run({ ...given, house: opened.house, call: caller(opened.house) })
  } finally {
    await opened.close()
  }
}

function caller(house: House): CommandCall['call'] {
  return (name, input) => {
    const op = house.operations.find((one) => one.name === name)
    if (!op) throw new Error(`no operation ${name}`)
    return runOperation(house.db, op, { actor: systemActor(house.county), input })
  }
}

function help(asked: string | undefined): number {
  const lines = [serving, ...allCommands].map(
    ({ name, usage, text }) => `  xiangce ${`${name} ${usage}`.padEnd(44)} ${text.zh} ${text.en}`,
  )
  process.stdout.write(`乡册 Xiangce\n${lines.join('\n')}\n  --json 以 JSON 输出 print JSON\n`)
  return asked === undefined || asked === 'help' || asked === '--help' ? 0 : 1
}

if (import.meta.main) {
  const code = await runCommandLine(process.argv.slice(2))
  if (process.argv[2] !== 'serve') process.exit(code)
}
