/** The words that roles are written in: each is a part of a hat, and a hat is their sum. */
import type { Text } from '#kernel'
import type { Role } from '#platform'
import { defineRole } from '#platform'

/** What one word allows: verbs, register groups of the database's fences, sensitive classes. */
export type Grant = Partial<Pick<Role, 'verbs' | 'reads' | 'writes' | 'sees'>>

/** A role as the sum of its words. */
export function role(name: string, label: Text, ...grants: readonly Grant[]): Role {
  const all = <K extends keyof Grant>(key: K): string[] => [
    ...new Set(grants.flatMap((grant) => grant[key] ?? [])),
  ]
  return defineRole({
    name,
    label,
    verbs: all('verbs').sort(),
    reads: all('reads').sort(),
    writes: all('writes').sort(),
    sees: all('sees').sort(),
  })
}

/** May look at these registers. */
export function looksAt(...registers: readonly string[]): Grant {
  return { verbs: registers.map((name) => `${name}.read`), reads: [...registers] }
}

/** Keeps these registers: reads, writes, brings in and takes out lists. */
export function keeps(...registers: readonly string[]): Grant {
  const acts = ['read', 'write', 'import', 'export']
  return {
    verbs: registers.flatMap((name) => acts.map((act) => `${name}.${act}`)),
    reads: [...registers],
    writes: [...registers, 'import'],
  }
}

/** May take lists of these registers out of the house, each time with a record of it. */
export function takesOut(...registers: readonly string[]): Grant {
  return { verbs: registers.map((name) => `${name}.export`) }
}

/** Sees these sensitive classes in full. */
export function seesFull(...classes: readonly string[]): Grant {
  return { sees: [...classes] }
}

/** Sees hidden values of these registers one at a time, each for a reason that the log keeps. */
export function asksFor(...registers: readonly string[]): Grant {
  return { verbs: registers.map((name) => `${name}.reveal`) }
}

/** Follows cases with their notices and the decisions in them. */
export const followsCases: Grant = {
  verbs: ['case.read', 'policy.explain'],
  reads: ['case', 'decision'],
}

/** Takes these steps of cases. */
export function takesSteps(...verbs: readonly string[]): Grant {
  return {
    verbs: [...(followsCases.verbs ?? []), 'case.act', ...verbs],
    reads: ['case', 'decision', 'ledger', 'finding'], // who decides must see what stops a decision
    writes: ['case'],
  }
}

/** Reads findings. */
export const followsFindings: Grant = { verbs: ['verify.read'], reads: ['finding'] }

/** Tries parameters over everybody in the own area, and sees the plans made there. */
export const triesPolicies: Grant = { verbs: ['policy.simulate'], reads: ['plan'] }

/** Writes plans, or decides them. */
export const worksOnPlans: Grant = { ...triesPolicies, writes: ['plan'] }

/** Runs the checks and settles what they find, save on figures of one's own. */
export const runsChecks: Grant = {
  verbs: ['verify.read', 'verify.run', 'verify.act'],
  reads: ['finding'],
  writes: ['finding'],
}

/** Confirms what another proposed to take over from a list into these registers (GEN-13); nothing else of them is written. */
export function confirmsFacts(...registers: readonly string[]): Grant {
  return { verbs: ['verify.adopt'], reads: [...registers, 'finding'], writes: [...registers, 'finding'] }
}

/** Makes one record of two that are of one person, and says which pairs are not; undoes it. */
export function mergesRows(...registers: readonly string[]): Grant {
  return {
    verbs: ['duplicate.search', ...registers.flatMap((name) => [`${name}.merge`, `${name}.confirmMerge`])],
    reads: ['duplicate'],
    writes: ['duplicate'],
  }
}

/** Confirms what another proposed to merge (GEN-13): the fence of these registers is open to that step. */
export function confirmsMerges(...registers: readonly string[]): Grant {
  return {
    verbs: registers.flatMap((name) => [`${name}.merge`, `${name}.confirmMerge`]),
    reads: ['duplicate'],
    writes: ['duplicate', ...registers],
  }
}

/** Reads what samples came to. */
export const followsSamples: Grant = { verbs: ['sample.read'], reads: ['sample'] }

/** Draws samples for the field and closes them. */
export const drawsSamples: Grant = {
  verbs: ['sample.read', 'sample.plan'],
  reads: ['sample'],
  writes: ['sample'],
}

/** Looks at drawn records in the field; what differs is written as findings. */
export const looksInTheField: Grant = {
  verbs: ['sample.visit'],
  reads: ['sample', 'finding'],
  writes: ['sample', 'finding'],
}

/** The steps decide by policy, or say to the fund what a project has to bring: the fence of decisions and books is open to their effects. */
export const stepsReachBooks: Grant = { writes: ['decision', 'ledger'] }

/** Reads accounts, vouchers, statements, runs and payment batches. */
export const readsBooks: Grant = { verbs: ['ledger.read'], reads: ['ledger'] }

/** Does these acts on the books: money in, runs, payment batches. */
export function worksOnBooks(...verbs: readonly string[]): Grant {
  return { verbs: ['ledger.read', ...verbs], reads: ['ledger', 'decision'], writes: ['ledger', 'decision'] }
}

/** Reads the statistical tables and prints the papers. */
export const readsReports: Grant = { verbs: ['report.read'], reads: ['report'] }

/** Freezes figures for good: whoever gives them out in the office's name. */
export const freezesReports: Grant = { verbs: ['report.freeze'], writes: ['report'] }

/** May exactly these. */
export function may(...verbs: readonly string[]): Grant {
  return { verbs: [...verbs] }
}
