/** A page of a county: facts of many subjects as columns, decided at once by the kernel. */
import type { Columns, Kernel, KernelBook, Outcome, Wire } from '#expression'
import { compile, encodeReading, readingAt } from '#expression'
import type { Ctx } from '#platform'
import type { Binding, FactBinding } from '../binding.ts'
import type { Room } from '../decide.ts'
import { readBook } from '../decide.ts'
import type { Policy } from '../define.ts'
import { fixedFacts, PREFIX, prefixed, registerFacts } from '../gather.ts'
import type { ParameterBook } from '../lookup.ts'
import type { FactColumns } from '../port.ts'
import { policyProblems } from '../problems.ts'
import { layPage, settle } from './lay-page.ts'
import { spansOf } from './spans.ts'

export { settle } from './lay-page.ts'

/** What is decided: all subjects of a register by one policy, as true on a day and known at a moment. */
export type CountyRequest = {
  readonly policy: string
  readonly register: string
  readonly on: string
  readonly known: string
}

export type Place = { readonly after: number; readonly limit: number }

/** Facts of a page in wire form: what is decided from, and what a decision stores of it. */
export type PageFacts = {
  readonly ids: readonly number[]
  readonly areas: readonly string[]
  readonly cells: Readonly<Record<string, readonly unknown[]>>
  readonly lists: FactColumns['lists']
  /** Of other policies, and the day: they cannot be read again from a register. */
  readonly stated: Readonly<Record<string, readonly unknown[]>>
  readonly parameters: Readonly<Record<string, readonly unknown[]>>
  /** Places of subjects that are decided one by one. */
  readonly apart: ReadonlySet<number>
}

export type Page = {
  readonly facts: PageFacts
  readonly columns: Columns
  readonly outcome: Outcome
  readonly kernel: Kernel
  readonly book: ParameterBook
}

/** What pages of one act share: loops and books. */
export type CountyDesk = {
  readonly room: Room
  kernelOf(policy: Policy): Kernel
  bookOf(ctx: Ctx, policy: Policy, known: string): Promise<{ book: ParameterBook; spans: KernelBook }>
}

export function countyDesk(room: Room): CountyDesk {
  const kernels = new Map<Policy, Kernel>()
  const books = new Map<string, Promise<{ book: ParameterBook; spans: KernelBook }>>()
  return {
    room,
    kernelOf: (policy) => {
      const kernel = kernels.get(policy) ?? compile(policy.tree)
      kernels.set(policy, kernel)
      return kernel
    },
    bookOf: (ctx, policy, known) => {
      const key = `${policy.id}@${known}`
      const found =
        books.get(key) ??
        readBook(ctx, policy, known).then((book) => ({ book, spans: spansOf(policy, book) }))
      books.set(key, found)
      found.catch(() => books.delete(key)) // a reading that broke is tried again by the next page
      return found
    },
  }
}

/** A page as it was read: what `decidedPage` needs, without another look at the database. */
export type ReadPage = {
  readonly policy: Policy
  readonly facts: PageFacts
  readonly book: ParameterBook
  readonly spans: KernelBook
}

/** Reads and decides the next page. Undefined where a fact cannot be read as a column. */
export async function assessPage(
  desk: CountyDesk,
  ctx: Ctx,
  request: CountyRequest,
  place: Place,
  above: readonly string[] = [],
): Promise<Page | undefined> {
  const read = await readPage(desk, ctx, request, place, above)
  return read && decidedPage(desk, request, read)
}

/** Reads the next page. Undefined where a fact cannot be read as a column. */
export async function readPage(
  desk: CountyDesk,
  ctx: Ctx,
  request: CountyRequest,
  place: Place,
  above: readonly string[] = [],
): Promise<ReadPage | undefined> {
  const policy = desk.room.registry.get(request.policy)
  const facts = await factsOfPage(desk, ctx, { request, place, policy, above })
  return facts && { policy, facts, ...(await desk.bookOf(ctx, policy, request.known)) }
}

/** What the kernel says of a page: computing only. */
export function decidedPage(
  desk: CountyDesk,
  { on }: CountyRequest,
  { policy, facts, book, spans }: ReadPage,
): Page {
  const kernel = desk.kernelOf(policy)
  const columns = layPage(policy.tree, facts, kernel)
  const outcome = kernel.run(columns, spans, { on: policy.tree.on ? undefined : on })
  settle(policy, columns, outcome)
  return { facts, columns, outcome, kernel, book }
}

type Asking = { request: CountyRequest; place: Place; policy: Policy; above: readonly string[] }

async function factsOfPage(
  desk: CountyDesk,
  ctx: Ctx,
  { request, place, policy, above }: Asking,
): Promise<PageFacts | undefined> {
  const { register, on, known } = request
  const binding = bindingOf(desk.room, policy, register)
  const own = registerFacts(binding.facts)
  const asked = { register, facts: { ...own, ...prefixed(binding.parameters) }, valid: on, known, ...place }
  const read = await desk.room.source.columns?.(ctx, asked)
  if (!read) return undefined
  const results = await resultsOf(desk, ctx, { request, place, policy, above }, binding.facts)
  if (!results) return undefined
  const everybody = (value: unknown) => read.ids.map(() => value)
  const fixed = Object.entries(fixedFacts(binding.facts, on)).map(
    ([name, value]) => [name, everybody(value)] as const,
  )
  const days = fixed.filter(([name]) => binding.facts[name]?.kind === 'day')
  const [facts, parameters] = [new Map<string, readonly unknown[]>(), new Map<string, readonly unknown[]>()]
  for (const [name, cells] of Object.entries(read.facts))
    if (name.startsWith(PREFIX)) parameters.set(name.slice(PREFIX.length), cells)
    else facts.set(name, cells)
  return {
    ids: read.ids,
    areas: read.areas,
    cells: { ...Object.fromEntries(facts), ...Object.fromEntries(fixed), ...results.cells },
    lists: read.lists,
    stated: { ...results.cells, ...Object.fromEntries(days) },
    parameters: Object.fromEntries(parameters),
    apart: new Set([...read.apart, ...results.apart]),
  }
}

function bindingOf(room: Room, policy: Policy, register: string): Binding {
  const binding = room.bindings.find((one) => one.policy === policy.id && one.subject === register)
  if (!binding) throw policyProblems.unbound({ policy: policy.id, register })
  return binding
}

/** Results of other policies for the same page, in wire form. */
async function resultsOf(
  desk: CountyDesk,
  ctx: Ctx,
  { request, place, policy, above }: Asking,
  facts: Readonly<Record<string, FactBinding>>,
): Promise<{ cells: Readonly<Record<string, readonly unknown[]>>; apart: readonly number[] } | undefined> {
  const path = [...above, policy.id]
  const cells: Record<string, readonly unknown[]> = {}
  const apart: number[] = []
  const pages = new Map<string, Page>()
  for (const [name, binding] of Object.entries(facts)) {
    if (binding.kind !== 'result') continue
    if (path.includes(binding.policy))
      throw policyProblems.binding({ policy: binding.policy, why: path.join(' → ') })
    const page =
      pages.get(binding.policy) ??
      (await assessPage(desk, ctx, { ...request, policy: binding.policy }, place, path))
    if (!page) return undefined
    pages.set(binding.policy, page)
    cells[name] = wireOf(page, binding.result)
    apart.push(...page.facts.apart)
  }
  return { cells, apart }
}

/** A result of everybody in wire form. */
export function wireOf(
  { outcome, kernel }: Pick<Page, 'outcome' | 'kernel'>,
  result: string,
): readonly Wire[] {
  const column = outcome.results[result]
  if (!column) return []
  return Array.from({ length: outcome.count }, (_, i) =>
    encodeReading(readingAt(column, i, kernel.words), column.type),
  )
}
