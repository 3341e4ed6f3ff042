/** The one list of what the house is made of. A room joins with one line in each list that concerns it. */
import type { Text } from '#kernel'
import { accountsHeld, fundsOf, ledgerCommands, ledgerMeta, ledgerOperations, ledgerSearches } from '#ledger'
import type { Actor, AnyOperation, Command, House, JobKind, MetaParts } from '#platform'
import {
  jobOperations,
  may,
  openCalendar,
  platformCommands,
  platformOperations,
  searchOperations,
} from '#platform'
import {
  compareJobs,
  countyJobs,
  openPolicyRoom,
  policyCommands,
  policyMeta,
  policyOperations,
  policySearches,
} from '#policy'
import {
  caseSearches,
  checkProcedures,
  distributionOperations,
  explainOperations,
  housePorts,
  inquiryPages,
  noticePages,
  procedureMeta,
  procedureOperations,
  proofCommands,
  runJobs,
  runOperations,
  runSearches,
  runsOf,
} from '#procedure'
import {
  duplicateJobs,
  duplicateOperations,
  eventOperations,
  eventPartsOf,
  eventSubjects,
  importCommand,
  importJobs,
  importOperations,
  mergerJob,
  registerFactSource,
  registerMeta,
  registerOperations,
  registerSearches,
  registryOf,
  undoMergerJob,
} from '#register'
import {
  deskOperations,
  laboratoryReports,
  paperMeta,
  projectionCommand,
  projectionMeta,
  projectionOperations,
  reportMeta,
  reportOperations,
  sampleReports,
} from '#report'
import { demoCommand, roles, systems } from '#systems'
import {
  adoptedSources,
  checkCommand,
  checkComparisons,
  checkRegisterFigures,
  compareListCommand,
  fieldLooks,
  figuresCommand,
  findingsOf,
  listLooks,
  sampleMeta,
  verifyJobs,
  verifyMeta,
  verifyOperations,
} from '#verify'
import { caseDesk } from './desk.ts'
import { doorDesk } from './desk-doors.ts'
import { type LogWords, logFieldsOf } from './log-fields.ts'
import { roleMeta } from './role-meta.ts'
import { titlesBy } from './titles.ts'

export { roles, systems }

/** Working days; `main.ts` keeps it up to what the administrator entered. */
export const calendar = openCalendar()

const reports = systems.flatMap((system) => system.reports ?? [])
const papers = systems.flatMap((system) => system.papers ?? [])
const registers = systems.flatMap((system) => system.registers ?? [])
const procedures = systems.flatMap((system) => system.procedures ?? [])
const funds = fundsOf(systems.flatMap((system) => system.funds ?? []))
const registry = registryOf(registers)
const projections = systems.flatMap((system) => system.projections ?? [])
const source = registerFactSource(registers)
const eventParts = eventPartsOf(registry, systems)
const verifyRoom = {
  registry,
  events: eventParts.events,
  checks: systems.flatMap((system) => system.checks ?? []),
  sets: systems.flatMap((system) => system.figures ?? []),
  registerFigures: systems.flatMap((system) => system.registerFigures ?? []),
  samples: systems.flatMap((system) => system.samples ?? []),
  lists: systems.flatMap((system) => system.comparisons ?? []),
  visitors: roles.filter((role) => role.verbs.includes('sample.visit')).map(({ name }) => name),
}
const importParts = {
  registry,
  imports: systems.flatMap((system) => system.imports ?? []),
  registersAt: new URL('./systems/registers.ts', import.meta.url),
}

/** Decides, stores and explains; reads its facts from the registers. */
const policyRoom = openPolicyRoom({
  policies: systems.flatMap((system) => system.policies ?? []),
  bindings: systems.flatMap((system) => system.bindings ?? []),
  source,
})

checkComparisons(registry, verifyRoom.lists, verifyRoom.events)
checkRegisterFigures(registry, verifyRoom.registerFigures)
checkProcedures(procedures, { roles, registers: registry, policies: policyRoom.policies, funds })

const procedureRoom = {
  procedures,
  ports: housePorts({ registers: registry, policy: policyRoom, funds, findings: findingsOf(verifyRoom) }),
  holidays: calendar.table,
}

/** What is done to many at once: pay runs, interest, inheritance. */
const runs = runsOf(
  systems
    .flatMap((system) => system.runs ?? [])
    .map((declare) => declare({ policy: policyRoom, registers: registry })),
)

/** Long work, by kind. */
export const allJobs: readonly JobKind[] = [
  ...runJobs(runs),
  ...importJobs(importParts),
  mergerJob(registry),
  undoMergerJob(registry),
  ...duplicateJobs(registry),
  ...verifyJobs(verifyRoom),
  ...compareJobs(policyRoom),
  ...countyJobs(policyRoom),
]

/** Above the village somebody must always be left who can take a step. */
const guardedSteps = procedures
  .flatMap(({ actions }) => Object.values(actions))
  .filter(({ level }) => level !== 'village')
  .map(({ by, label }) => ({ verb: by, text: label }))

/** What the search box finds, in the order in which it shows it. */
const searches = [
  ...registerSearches(registry),
  ...caseSearches(procedures),
  ...ledgerSearches(funds),
  ...policySearches(policyRoom.policies.all),
  ...runSearches(runs),
]

/** Every operation of every room; names stay literal, so that `Api` knows them. */
export const allOperations = [
  ...platformOperations(roles, guardedSteps),
  ...jobOperations(allJobs),
  ...registerOperations({ registers }),
  ...duplicateOperations({ registers, ports: { accounts: accountsHeld } }),
  ...eventOperations(eventParts),
  ...importOperations({
    ...importParts,
    sources: adoptedSources,
    looks: [listLooks(verifyRoom), fieldLooks(verifyRoom)],
  }),
  ...verifyOperations(verifyRoom),
  ...policyOperations(policyRoom),
  ...procedureOperations(procedureRoom),
  ...ledgerOperations({ funds, titles: titlesBy(registry) }),
  ...runOperations(runs),
  ...distributionOperations(procedures),
  ...explainOperations({ policy: policyRoom, procedures }),
  ...searchOperations(searches),
  ...reportOperations({ reports, papers, registry, doors: () => doors }),
  ...projectionOperations({ projections, ports: { policy: policyRoom, source } }),
  ...laboratoryReports({ policy: policyRoom, registry }),
  ...sampleReports({ doors: () => doors }),
  ...deskOperations({ sources: [caseDesk(procedureRoom), doorDesk(() => doors)], holidays: calendar.table }),
] as const

/** What `/api/meta` tells, room by room, cut to the actor. */
export const metaParts = {
  systems: (_: Actor) => systems.map(({ id, label }) => ({ id, label })),
  registers: (actor: Actor) => registerMeta(registers, actor),
  eventful: (_: Actor) => eventSubjects(eventParts),
  policies: (_: Actor) => policyMeta(policyRoom.policies.all),
  entitled: (_: Actor) => policyRoom.subjects,
  checks: verifyMeta(verifyRoom.checks),
  samples: sampleMeta(verifyRoom.samples),
  procedures: procedureMeta(procedures),
  ledger: (actor: Actor) => ledgerMeta(funds, actor),
  funds: (actor: Actor) => ledgerMeta(funds, actor)?.funds ?? [],
  reports: (actor: Actor) => reportMeta(reports, actor),
  projections: (actor: Actor) => projectionMeta(projections, actor),
  papers: (actor: Actor) => paperMeta(papers, actor),
  /** For readers of the logs: what each record's operation is called. */
  logWords: (actor: Actor): Record<string, Text> =>
    may(actor, 'audit.list') || may(actor, 'access.list') ? Object.fromEntries(operationNames()) : {},
  logFields: (actor: Actor): LogWords =>
    may(actor, 'audit.list') ? logFieldsOf(procedures) : { fields: {}, states: {} },
  roles: (_: Actor) => roleMeta(roles, { procedures, doors }),
} satisfies MetaParts

/** The same operations as the doors hold them: by name, input to be parsed. */
export const doors: readonly AnyOperation[] = allOperations

/** What the public may ask itself about, system by system. */
const inquiryGroups = systems.map(({ id, label, inquiries = [] }) => ({ id, label, inquiries }))

/** Pages without log-in: notices under /gs, and /wo, which asks. */
export const publicPages: House['publicPages'] = (app, house) => {
  noticePages(app, house)
  inquiryPages(app, house, { groups: inquiryGroups })
}

/** What `xiangce <command>` can do beside `serve`. */
export const allCommands: readonly Command[] = [
  ...platformCommands,
  ...ledgerCommands,
  importCommand,
  checkCommand(verifyRoom),
  figuresCommand(verifyRoom),
  compareListCommand,
  ...policyCommands(policyRoom),
  ...proofCommands,
  projectionCommand(projections),
  demoCommand,
]

function operationNames(): [string, Text][] {
  const jobs = allJobs.map(({ kind, text }): [string, Text] => [`job.${kind}`, text])
  return [...doors.map(({ name, text }): [string, Text] => [name, text]), ...jobs]
}
