/** The book as a file that anybody can verify without this database: one JSON value a line. */
import type { Ctx } from '#platform'
import { type ExportLine, genesis, linkHash, runDigest, voucherDigest } from './canonical.ts'
import { type ChainReport, type Fault, faults } from './faults.ts'
import { exportVouchers, readLinks, readSizes } from './store.ts'

const VOUCHERS = 200
const LINKS = 10_000
/** Places in a voucher's header (see `voucher_header` in SQL). */
const RUN_ID = 11

/** The lines of the export: vouchers, links, head. */
export async function* exportChain(ctx: Ctx): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const page = await exportVouchers(ctx.tx, { after, limit: VOUCHERS })
    for (const { id, line } of page) {
      yield `${JSON.stringify(line)}\n`
      after = id
    }
    if (page.length < VOUCHERS) break
  }
  for (let after = 0; ; ) {
    const page = await readLinks(ctx.tx, { after, limit: LINKS })
    for (const link of page) yield `${JSON.stringify({ type: 'link', ...link })}\n`
    if (page.length < LINKS) break
    after = page.at(-1)?.seq ?? 0
  }
  const { seq, head } = await readSizes(ctx.tx)
  yield `${JSON.stringify({ type: 'head', seq, hash: head })}\n`
}

type Seen = {
  digests: Map<string, string>
  runs: Map<number, string[]>
  linked: Set<string>
  openRuns: Map<number, number[]>
}

/** Verifies an export, line by line. The same faults as in the database, except what an export does not hold: balances. */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>): Promise<ChainReport> {
  const seen: Seen = { digests: new Map(), runs: new Map(), linked: new Set(), openRuns: new Map() }
  const report: ChainReport = {
    ok: true,
    vouchers: 0,
    entries: 0,
    links: 0,
    head: genesis,
    open: 0,
    faults: [],
  }
  let head: ExportLine | undefined
  for await (const raw of lines) {
    if (raw.trim() === '') continue
    const line = JSON.parse(raw) as ExportLine
    if (line.type === 'voucher') takeVoucher(line, seen, report)
    else if (line.type === 'link') report.faults.push(...takeLink(line, seen, report))
    else head = line
  }
  if (head?.type !== 'head' || head.seq !== report.links || head.hash !== report.head)
    report.faults.push(faults.head(report.links))
  report.faults.push(...unlinked(seen))
  report.open = [...seen.openRuns].reduce(
    (n, [run, ids]) => n + (seen.linked.has(`run ${run}`) ? 0 : ids.length),
    0,
  )
  return { ...report, ok: report.faults.length === 0 }
}

function takeVoucher(line: ExportLine & { type: 'voucher' }, seen: Seen, report: ChainReport): void {
  const id = Number(line.header[0])
  const run = line.header[RUN_ID]
  const digest = voucherDigest(line.header, line.lines)
  report.vouchers += 1
  report.entries += line.lines.length
  if (typeof run !== 'number') return void seen.digests.set(`voucher ${id}`, digest)
  seen.runs.set(run, [...(seen.runs.get(run) ?? []), digest])
  seen.openRuns.set(run, [...(seen.openRuns.get(run) ?? []), id])
}

function takeLink(link: ExportLine & { type: 'link' }, seen: Seen, report: ChainReport): Fault[] {
  const key = `${link.kind} ${link.ref}`
  const computed = link.kind === 'run' ? runDigest(seen.runs.get(link.ref) ?? []) : seen.digests.get(key)
  const found: Fault[] = []
  if (computed === undefined) found.push(faults.missing(link.kind, link.ref))
  else if (computed !== link.digest)
    found.push(link.kind === 'voucher' ? faults.changed(link.ref) : faults.missing('run', link.ref))
  if (link.seq !== report.links + 1 || linkHash(link, report.head) !== link.hash)
    found.push(faults.broken(link.seq))
  seen.linked.add(key)
  report.links = link.seq
  report.head = link.hash
  return found
}

function unlinked(seen: Seen): Fault[] {
  return [...seen.digests.keys()]
    .filter((key) => !seen.linked.has(key))
    .map((key) => faults.unlinked(Number(key.split(' ')[1])))
}
