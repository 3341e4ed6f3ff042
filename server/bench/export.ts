/** The whole register as a download, CSV and xlsx, through the door: fence, masks, words for codes, log; beside COPY to a file. */
import { to as copyTo } from 'pg-copy-streams'
import { type AnyOperation, streamOperation } from '#platform'
import { type Crowd, operations } from './crowd.ts'
import { beside, type Report } from './measure.ts'

const plan = { warm: 1, runs: 1 }
const bar = { text: '1,000,000 rows <= 60 s', persons: 1_000_000, ms: 60_000 }
const against = 'COPY of the same columns as csv, owner'
/** Nothing but a page or two is held, whatever the size. */
const MOST_GROWTH = 256

type Format = 'csv' | 'xlsx'
type Sent = { bytes: number; lines: number; firstMs: number; growth: number }

export async function exportJob(crowd: Crowd, report: Report): Promise<void> {
  const persons = crowd.scopes.county.persons
  for (const format of ['csv', 'xlsx'] as const) await measure({ crowd, report, format, persons })
}

type Job = { crowd: Crowd; report: Report; format: Format; persons: number }

async function measure({ crowd, report, format, persons }: Job): Promise<void> {
  const { times, last } = await beside(
    plan,
    { run: () => download(crowd, format) },
    { run: () => copyOut(crowd) },
  )
  const { bytes, lines, firstMs, growth } = last.ours
  report.line({
    job: `export: ${persons} persons as ${format}, masked for the actor, into the log`,
    ...times,
    against,
    bar: { text: bar.text, ...(persons >= bar.persons ? { ms: bar.ms } : {}) },
  })
  report.note(
    `export: ${format} ${mb(bytes)} MB (COPY ${mb(last.baseline)}), first bytes after ${Math.round(firstMs)} ms, memory +${growth} MB`,
  )
  const told = await rowsInLog(crowd)
  if (told !== persons || (format === 'csv' && lines !== persons + 1))
    report.wrong(`export: ${told} rows of ${persons} went out as ${format}, in ${lines} lines`)
  if (growth > MOST_GROWTH) report.wrong(`export: ${growth} MB were held while sending ${format}`)
}

async function download(crowd: Crowd, format: Format): Promise<Sent> {
  const door = operations.find((one) => one.name === 'register.export') as AnyOperation | undefined
  if (!door) throw new Error('no register.export')
  const sent: Sent = { bytes: 0, lines: 0, firstMs: 0, growth: 0 }
  const [began, before] = [performance.now(), process.memoryUsage().rss]
  await streamOperation(crowd.county.db, door, {
    actor: crowd.actor('county'),
    input: { register: 'person', format },
    receiver: {
      begin: async () => {
        sent.firstMs = performance.now() - began
      },
      write: async (bytes) => take(sent, { bytes, before }),
    },
  })
  return sent
}

function take(sent: Sent, { bytes, before }: { bytes: Uint8Array; before: number }): void {
  sent.bytes += bytes.length
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) sent.lines += 1
  sent.growth = Math.max(sent.growth, Math.round((process.memoryUsage().rss - before) / 2 ** 20))
}

/** What COPY sends is counted and thrown away, as the download is. */
async function copyOut({ county }: Crowd): Promise<number> {
  const client = await county.db.ownerPool.connect()
  try {
    let bytes = 0
    const stream = client.query(
      copyTo(
        `copy (select p.area, p.name, p.id_number, p.sex, p.birth_date, h.head_name, h.number, p.relation, p.hukou, p.phone,
           p.bank_card, p.bank_name, p.bank_account_name, p.political_status, p.education, p.health, p.id_valid_to,
           p.moved_out_on, p.died_on, p.died_source, p.note
         from c990101.person p left join c990101.household h on h.id = p.household_id
         where p.deleted_at is null order by p.area, p.id) to stdout (format csv, header)`,
      ),
    )
    for await (const piece of stream) bytes += (piece as Buffer).length
    return bytes
  } finally {
    client.release()
  }
}

async function rowsInLog({ county }: Crowd): Promise<number> {
  const { rows } = await county.db.ownerPool.query<{ body: string }>(
    `select body from c990101.audit_record where operation = 'register.export' order by seq desc limit 1`,
  )
  const words = (JSON.parse(rows[0]?.body ?? '{}').notes?.[0]?.text?.zh ?? '') as string
  return Number(/(\d+) 行/.exec(words)?.[1] ?? Number.NaN)
}

function mb(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}
