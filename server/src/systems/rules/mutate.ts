/** `npm run rules:mutate`: what share of slips in the rules the declared examples find out, policy by policy. */
import { parseArgs } from 'node:util'
import type { Examination, Policy, Survivor } from '#policy'
import { examine } from '#policy'
import { systems } from '../index.ts'

/** What every policy should reach. */
export const aim = 0.95

const all: readonly Policy[] = systems.flatMap(({ policies = [] }) => policies)

function lineOf({ policy, mutants, killed, share, survivors, alike, ...more }: Examination): string {
  const { refused, strange, longTables } = more
  const counts = `${String(killed).padStart(5)} / ${String(mutants).padEnd(5)}`
  const rest = [
    ...(survivors.length > 0 ? [`漏网 ${survivors.length}`] : []),
    ...(alike.length > 0 ? [`无差别 ${alike.length}`] : []),
    ...(refused > 0 ? [`定义时即拒绝 ${refused}`] : []),
    ...(longTables.length > 0 ? [`长表整体变异：${longTables.join('、')}`] : []),
    ...(strange.length > 0 ? [`没有变异办法的节点：${strange.join('、')}`] : []),
  ]
  return `${percent(share).padStart(7)} ${counts} ${policy.padEnd(40)} ${rest.join('，')}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** Policy, step, clause; what was changed; then the facts of an example that would find it out, or why it may be the same rule. */
function placeLines({ step, clause, before, after, what, witness, why }: Survivor): string {
  const place = [step?.label.zh, clause].filter(Boolean).join('，')
  const change = before && after ? `${before.zh}  ⇒  ${after.zh}` : ''
  const reason = witness
    ? `缺一个例子：${JSON.stringify(short(witness))}`
    : `随机情形中没有差别：${why?.zh ?? ''}`
  return [`    ${place}　${what.zh}`, ...(change ? [`      ${change}`] : []), `      ${reason}`].join('\n')
}

/** What was given, and only the results that differ. */
function short({ given, on, parameters, policySays, mutantSays }: NonNullable<Survivor['witness']>) {
  const names = Object.keys(policySays.result)
  const differing = names.filter(
    (name) => JSON.stringify(policySays.result[name]) !== JSON.stringify(mutantSays.result[name]),
  )
  const pick = (result: typeof policySays.result) =>
    Object.fromEntries(differing.map((name) => [name, result[name]]))
  return { given, on, parameters, right: pick(policySays.result), mutant: pick(mutantSays.result) }
}

function tableOf(examined: readonly Examination[]): string {
  const blocks = examined.map((one) =>
    [lineOf(one), ...one.survivors.map(placeLines), ...one.alike.map(placeLines)].join('\n'),
  )
  return [...blocks, totalLine(examined)].join('\n')
}

function totalLine(examined: readonly Examination[]): string {
  const sum = (of: (one: Examination) => number) => examined.reduce((n, one) => n + of(one), 0)
  const [killed, survived] = [sum((e) => e.killed), sum((e) => e.survivors.length)]
  const share = percent(killed + survived === 0 ? 1 : killed / (killed + survived))
  const low = examined.filter((one) => one.share < aim).map(({ policy }) => policy)
  const verdict =
    low.length === 0 ? `每项政策都达到 ${percent(aim)}` : `不足 ${percent(aim)}：${low.join('、')}`
  return `合计 ${share}：发现 ${killed}，漏网 ${survived}，无差别 ${sum((e) => e.alike.length)}。${verdict}。`
}

/** Exit code 0: every policy reaches the aim; 1: one does not; 2: what was asked for does not exist. */
function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { policy: { type: 'string' }, json: { type: 'boolean' }, situations: { type: 'string' } },
  })
  const chosen = values.policy === undefined ? all : all.filter(({ id }) => id === values.policy)
  if (chosen.length === 0) {
    process.stderr.write(`没有政策“${values.policy}”。 / There is no policy "${values.policy}".\n`)
    return 2
  }
  const situations = Number(values.situations ?? 2000)
  if (!Number.isSafeInteger(situations) || situations < 0) {
    process.stderr.write(
      '--situations 要写一个整数，如 2000。 / --situations takes a whole number such as 2000.\n',
    )
    return 2
  }
  const examined = chosen.map((policy) => examine(policy, { situations }))
  process.stdout.write(values.json ? `${JSON.stringify(examined)}\n` : `${tableOf(examined)}\n`)
  return examined.every(({ share }) => share >= aim) ? 0 : 1
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
