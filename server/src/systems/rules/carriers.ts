/** Who carries which rule: read from the examples of policies and from the numbers that code and tests cite. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Policy } from '#policy'
import { rulesIn } from './mentions.ts'

export type CarrierKind = 'policy' | 'check' | 'procedure' | 'run' | 'fund' | 'report' | 'register' | 'room'

export type Carrier = {
  readonly kind: CarrierKind
  /** Id of a policy, else the file that cites the number, from the root of the repository. */
  readonly name: string
  /** How many examples of the policy illustrate the rule. */
  readonly examples?: number
}

/** What carries a rule, and the test files that name it. */
export type Carried = { readonly carriers: readonly Carrier[]; readonly tests: readonly string[] }

/** By rule number. `root`: of the repository. */
export function carriersOf(policies: readonly Policy[], root: string): ReadonlyMap<string, Carried> {
  const found = new Map<string, { carriers: Carrier[]; tests: string[] }>()
  const at = (rule: string) => found.get(rule) ?? put(found, rule)
  for (const policy of policies)
    for (const [rule, examples] of rulesOf(policy))
      at(rule).carriers.push({ kind: 'policy', name: policy.id, examples })
  for (const path of files(root)) {
    const place = placeOf(path)
    if (!place) continue
    for (const rule of rulesIn(readFileSync(join(root, path), 'utf8')))
      if (place === 'test') at(rule).tests.push(path)
      else if (place !== 'policy' || !isNamed(at(rule).carriers, path))
        at(rule).carriers.push({ kind: place, name: path })
  }
  return found
}

function put(found: Map<string, { carriers: Carrier[]; tests: string[] }>, rule: string) {
  const empty = { carriers: [], tests: [] }
  found.set(rule, empty)
  return empty
}

/** Rules that a policy's examples illustrate, its parameters answer and its declaration cites. */
function rulesOf(policy: Policy): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of policy.examples) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  for (const { question } of Object.values(policy.parameters))
    if (question !== undefined && !counts.has(question)) counts.set(question, 0)
  return counts
}

/** A file of policies adds nothing where a policy of its system is named already. */
function isNamed(carriers: readonly Carrier[], path: string): boolean {
  const system = path.split('/')[3]
  return carriers.some(({ kind, name }) => kind === 'policy' && name.startsWith(`${system}.`))
}

const folders: Readonly<Record<string, CarrierKind>> = {
  policies: 'policy',
  inquiries: 'policy',
  checks: 'check',
  procedures: 'procedure',
  runs: 'run',
  funds: 'fund',
  reports: 'report',
  papers: 'report',
  projections: 'report',
  registers: 'register',
  imports: 'register',
}

/** Undefined where a number is only talked about: the invented county, this list of rules and its examiners. */
function placeOf(path: string): CarrierKind | 'test' | undefined {
  if (/^server\/src\/(systems\/rules|policy\/mutation)\//.test(path)) return undefined
  if (/\.test\.tsx?$|\.kit\.ts$|^server\/test\//.test(path)) return 'test'
  const [, source, room, system, folder] = path.split('/')
  if (room !== 'systems') return source === 'src' || source === 'migrations' ? 'room' : undefined
  if (system === 'demo') return undefined
  return folder === undefined ? 'room' : folders[folder]
}

const places = ['server/src', 'server/test', 'server/migrations', 'web/src']

function files(root: string): readonly string[] {
  return places
    .flatMap((place) => readdirSync(join(root, place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|sql)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}
