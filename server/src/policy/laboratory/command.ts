/** `xiangce simulate <policy> --set key=value`: the laboratory from the command line. */
import { t } from '#kernel'
import type { AloneCall, Command } from '#platform'
import { defineCommand } from '#platform'
import { declaredParameter } from '../lookup.ts'
import { policyProblems } from '../problems.ts'
import type { PolicyRegistry } from '../registry.ts'
import type { Simulation } from './laboratory.ts'

/** `simulate <policy> [--set key=value]… [--on DATE] [--from DATE] [--result NAME] [--register NAME] [--json]`. */
export function simulateCommand(registry: PolicyRegistry): Command {
  return defineCommand({
    name: 'simulate',
    text: t('按新参数试算全县', 'Try parameters over the county'),
    usage: '<policy> [--set key=value]… [--on DATE] [--from DATE] [--result NAME] [--register NAME]',
    options: {
      set: { type: 'string', multiple: true },
      on: { type: 'string' },
      from: { type: 'string' },
      result: { type: 'string' },
      register: { type: 'string' },
    },
    run: async ({ words, options, call }) => {
      const policy = words[0] ?? ''
      const { on, from, result, register } = options
      const overrides = overridesOf(registry, policy, options)
      return (await call('policy.simulate', { policy, on, from, result, register, overrides })) as Simulation
    },
    show: simulationLines,
  })
}

/** Throws `policy.setForm`, `policy.noParameter`. */
function overridesOf(registry: PolicyRegistry, id: string, options: AloneCall['options']) {
  const { tree } = registry.get(id)
  const given: unknown = options.set ?? [] // an option that may be repeated comes as a list
  const entries = [given].flat().map((one): [string, unknown] => {
    const text = String(one)
    const at = text.indexOf('=')
    if (at < 1) throw policyProblems.setForm({ given: text })
    const key = text.slice(0, at)
    const declared = declaredParameter(tree, key)
    const isTable = declared.keys.length > 0
    return [key, wireOf(text.slice(at + 1), isTable ? 'table' : declared.type.kind)]
  })
  return Object.fromEntries(entries)
}

/** `900` for `900.00`, `2` for the number 2; a table or a quantity is JSON. */
function wireOf(text: string, kind: string): unknown {
  if (kind === 'money') return /^-?\d+$/.test(text) ? `${text}.00` : text
  if (kind === 'count' || kind === 'months' || kind === 'years')
    return /^-?\d+$/.test(text) ? Number(text) : text
  if (kind !== 'table' && kind !== 'quantity' && kind !== 'boolean') return text
  try {
    return JSON.parse(text)
  } catch {
    throw policyProblems.setForm({ given: text })
  }
}

function simulationLines({
  policy,
  on,
  result,
  total,
  townships,
  years,
  examples,
  milliseconds,
}: Simulation): string {
  const [now, trial] = total.sum
  const line = (name: string | number, one: Simulation['total']) =>
    `  ${name}　${one.subjects} 人　现行 ${one.sum[0]}　试算 ${one.sum[1]}　差 ${one.difference}　增 ${one.up}　减 ${one.down}　还不能判断 ${one.open}`
  return [
    `${policy}　${result}　${on}　试算，未生效（${milliseconds} 毫秒）`,
    `现行 ${now}，试算 ${trial}，相差 ${total.difference}。能得的 ${total.entitled[0]} 人，试算后 ${total.entitled[1]} 人。`,
    `增加 ${total.up} 人，减少 ${total.down} 人，不变 ${total.same} 人，还不能判断 ${total.open} 人。`,
    '按乡镇',
    ...townships.map((one) => line(one.code, one)),
    '按年度',
    ...years.map((one) => line(one.year ?? '不详', one)),
    ...(examples.length > 0 ? ['按新值不再成立的例子'] : []),
    ...examples.map(({ at, rule, title }) => `  ${at + 1}. ${rule} ${title?.zh ?? ''}`),
  ].join('\n')
}
