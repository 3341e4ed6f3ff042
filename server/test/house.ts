/** A served house for tests of the HTTP door: a database of its own, accounts, and clients that keep their cookie. */
import type { FastifyInstance } from 'fastify'
import type {
  AnyOperation,
  Database,
  FirstAccount,
  GuardedStep,
  House,
  JobKind,
  Role,
  ServerOptions,
} from '#platform'
import { buildServer, ensureAccounts, platformOperations, rolesByName } from '#platform'
import { COUNTY, testDatabase } from './database.ts'

export type Answer = { status: number; body: unknown; headers: Record<string, unknown> }

export type Client = {
  /** POSTs a JSON body to `/api/<name>` (an operation's name or a path such as `session/me`). */
  call(name: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>
  get(path: string): Promise<Answer>
}

export type TestHouse = {
  db: Database
  house: House
  app: FastifyInstance
  /** Somebody without log-in. */
  visitor(headers?: Record<string, string>): Client
  /** Signs an account in with the test password. */
  signIn(login: string, password?: string): Promise<Client>
  close(): Promise<void>
}

export const TEST_PASSWORD = 'Shiqiao-2025'

export type HouseParts = {
  roles: readonly Role[]
  accounts: readonly FirstAccount[]
  operations?: readonly AnyOperation[]
  jobs?: readonly JobKind[]
  guarded?: readonly GuardedStep[]
  server?: ServerOptions
}

/** Opens a house with platform's operations and those given. */
export async function testHouse(parts: HouseParts): Promise<TestHouse> {
  const { db, close } = await testDatabase()
  await ensureAccounts(db, {
    county: COUNTY,
    accounts: parts.accounts,
    password: TEST_PASSWORD,
    mustChange: false,
  })
  const house: House = {
    db,
    county: COUNTY,
    countyName: '青禾县',
    version: 'test',
    roles: rolesByName(parts.roles),
    operations: [...platformOperations(parts.roles, parts.guarded), ...(parts.operations ?? [])],
    jobs: parts.jobs ?? [],
    meta: {},
  }
  const app = await buildServer(house, { logLevel: 'silent', loginTries: 10_000, ...parts.server })
  const signIn = async (login: string, password = TEST_PASSWORD) => {
    const fresh = client(app)
    const answer = await fresh.call('session/login', { name: login, password })
    if (answer.status !== 200) throw new Error(`sign-in of ${login} answered ${JSON.stringify(answer.body)}`)
    return fresh
  }
  return {
    db,
    house,
    app,
    signIn,
    visitor: (headers) => client(app, headers),
    close: async () => {
      await app.close()
      await close()
    },
  }
}

function client(app: FastifyInstance, always: Record<string, string> = {}): Client {
  let cookie = ''
  const send = async (method: 'GET' | 'POST', url: string, body?: unknown, headers = {}): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url,
      headers: { 'x-xiangce': '1', cookie, ...always, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const [set] = [answer.headers['set-cookie'] ?? []].flat()
    if (set) cookie = set.split(';')[0] ?? ''
    return { status: answer.statusCode, body: json(answer.body), headers: answer.headers }
  }
  return {
    call: (name, input = {}, headers) => send('POST', `/api/${name.replaceAll('.', '/')}`, input, headers),
    get: (path) => send('GET', path),
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
