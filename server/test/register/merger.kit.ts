/** Two villages that become one, and the doors of it, for the tests of undoing. */
import type { Actor, AnyOperation } from '#platform'
import { asOf, insertRow, mergerJob, mergerOperations, undoMergerJob } from '#register'
import { area, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { freshId, openBooks, other, registry, village } from './books.ts'
import { addHome } from './events/homes.kit.ts'

export const second = '990101103202'
export const fresh = '990101103210'
export const [plan, merge, mergers, resume, planUndo, undo] = mergerOperations(registry)
export const ask = {
  from: [village, second],
  into: { code: fresh, name: '桥溪村' },
  on: '2024-06-01',
  paper: '民政批复',
}

export type Plan = {
  issues: { field: string; text: { zh: string } }[]
  rows: {
    label: { zh: string }
    back: number
    came: number
    rest: number
    unclear: number
    away: number
    stays: number
  }[]
  hats: { back: number; unclear: number }
  choices: { code: string; name: string }[]
}

export async function openMergers() {
  const books = await openBooks()
  const role = { verbs: ['area.mergePlaces', 'area.read'], reads: ['area'], writes: ['area'] }
  const admin = books.actor(role, '990101', { accountId: 9001 })
  const homes = await books.work(async (ctx) => {
    await insertRow(ctx, area, { code: second, name: '柳溪村', level: 'village', shortName: '柳溪' })
    await insertRow(ctx, area, { code: `${second}003`, name: '三组', level: 'group' })
    return {
      bridge: await addHome(ctx, { 韦桥: 'head', 周溪: 'spouse', 韦移: 'child' }),
      willow: await addHome(ctx, { 罗柳: 'head' }, { area: `${second}003` }),
      stone: await addHome(ctx, { 蒙石: 'head' }, { area: other }),
    }
  })
  const call = <T>(op: AnyOperation, input: unknown, actor: Actor = admin) =>
    books.call(actor, op, input) as Promise<T>
  const work = (job: ReturnType<typeof mergerJob>, id: number) => workOff({ books, admin }, job, id)
  return {
    ...{ books, admin, homes, call, work },
    merged: async (input: object = ask): Promise<number> => {
      const { id } = await call<{ id: number }>(merge, input)
      await work(mergerJob(registry), id)
      return id
    },
    undone: async (id: number, more: object = {}): Promise<void> => {
      await call(undo, { id, reason: '批文还没到', ...more })
      await work(undoMergerJob(registry), id)
    },
    hat: (login: string, at: string) => hat(books, login, at),
    worn: (accountId: number) => worn(books, accountId),
    placeOf: async (id: number) => (await books.work((ctx) => asOf(ctx, person, id)))?.area,
    newcomer: (name: string, at: string) =>
      books.work((ctx) => insertRow(ctx, person, { name, area: at, idNumber: freshId() })),
  }
}

type House = { books: Books; admin: Actor }

/** The job to its end, a chunk at a time, as the runner does it. */
export async function workOff(
  { books, admin }: House,
  job: ReturnType<typeof mergerJob>,
  id: number,
): Promise<void> {
  for (let done = false; !done; )
    done = (
      await books.run(admin, (ctx) =>
        job.chunk(ctx, { id, reason: '试' } as never, undefined as never, { apart: (own) => own(ctx) }),
      )
    ).done
}

async function hat(books: Books, login: string, at: string): Promise<number> {
  const { rows } = await books.db.ownerPool.query(
    `with a as (insert into public.account (login, name, office, password_hash, password_changed_at, created_at, created_by)
       values ($1, $1, '村委会', 'x', now(), now(), 0) returning id)
     insert into public.assignment (account_id, county, role, area, office, valid_from, granted_by, granted_at)
       select id, '990101', 'village', $2, '村委会', '2020-01-01', 0, now() from a returning account_id`,
    [login, at],
  )
  return Number(rows[0].account_id)
}

async function worn(books: Books, accountId: number): Promise<string[]> {
  const { rows } = await books.db.ownerPool.query(
    'select area from public.assignment where account_id = $1 and revoked_at is null order by id',
    [accountId],
  )
  return rows.map((row) => row.area)
}
