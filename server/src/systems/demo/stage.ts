/** The stage of the demo: the county's own people at the house's own doors, on the days of the story. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { invariant, t } from '#kernel'
import type { Actor, AnyOperation, House } from '#platform'
import {
  actorNow,
  buildServer,
  operation,
  playedAt,
  runOperation,
  saveFile,
  shareFile,
  systemActor,
} from '#platform'

export type Upload = { name: string; mime: string; bytes: Buffer }

export type Stage = {
  /** The officer of a login, as the hat allows it on the day of the scene. */
  actor(login: string): Actor
  /**
   * Knocks at a door as an officer. Every call of a scene has a key of its own, so that a story that was cut off is
   * played again from the start and each call that was done gives its first answer. Inputs must not depend on anything else.
   */
  call<T>(login: string, name: string, input: unknown): Promise<T>
  /** The same for work that no door of the house does (the list of places, a file that a browser would bring). */
  done<T>(login: string, work: AnyOperation, input: unknown): Promise<T>
  /** Puts a file into the archive as the officer's browser does; returns its number. */
  bring(login: string, file: Upload): Promise<number>
  /** Asks without a key: gets the answer of now. What follows from it must not be the input of a call. */
  look<T>(login: string, name: string, input: unknown): Promise<T>
  /** Sends a form of a page without log-in, as anybody's browser does. */
  send(path: string, form: Readonly<Record<string, string>>): Promise<void>
  /** Waits until a job that the officer started has ended well. */
  ended(login: string, jobId: number): Promise<void>
  say(line: string): void
}

export type Scene = {
  /** Stays for ever: the keys of its calls begin with it. */
  name: string
  /** China Standard Time, `2023-07-03T09:20`. */
  at: string
  /** Printed while it is played, where a person waits for it. */
  text?: string
  play(stage: Stage): Promise<void>
}

export type Cast = ReadonlyMap<string, Actor>

type Played = { house: House; cast: Cast; scene: Scene; say(line: string): void }

/** Plays one scene on its day. */
export function playScene(given: Played): Promise<void> {
  return playedAt(given.scene.at, () => given.scene.play(stageOf(given)))
}

function stageOf({ house, cast, scene, say }: Played): Stage {
  let calls = 0
  const actor = (login: string): Actor => {
    const found = cast.get(login)
    invariant(found, `nobody signs in as ${login}`)
    return found
  }
  const done = async <T>(login: string, op: AnyOperation, input: unknown): Promise<T> => {
    calls += 1
    const key = `demo/${scene.name}/${calls}`
    return (await runOperation(house.db, op, { actor: actor(login), input, key })) as T
  }
  const call = <T>(login: string, name: string, input: unknown): Promise<T> =>
    done<T>(login, doorOf(house, name), input)
  return {
    actor,
    call,
    done,
    say,
    bring: async (login, file) => (await done<{ id: number }>(login, bringing(file), { name: file.name })).id,
    look: async <T>(login: string, name: string, input: unknown) =>
      (await runOperation(house.db, doorOf(house, name), { actor: actor(login), input })) as T,
    send: (path, form) => sendForm(house, path, form),
    ended: (login, jobId) => untilEnded(house, actor(login), jobId),
  }
}

function doorOf(house: House, name: string): AnyOperation {
  const found = house.operations.find((op) => op.name === name)
  invariant(found, `no door ${name}`)
  return found
}

/** The archive takes the bytes in the same transaction that keeps the key. */
function bringing({ name, mime, bytes }: Upload): AnyOperation {
  return operation({
    name: 'demo.file',
    text: t('上传文件', 'Upload a file'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ name: z.string() }),
    output: z.object({ id: z.number() }),
    run: async (ctx) => {
      const { id } = await saveFile(ctx.tx, { name, mime, bytes })
      await shareFile(ctx.tx, id)
      return { id }
    },
  })
}

async function sendForm(house: House, path: string, form: Readonly<Record<string, string>>): Promise<void> {
  const app = await buildServer(house, { logLevel: 'silent' })
  try {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
    invariant(answer.statusCode === 303, `${path} answered ${answer.statusCode}`)
  } finally {
    await app.close()
  }
}

type JobView = { state: string; problem: unknown }

async function untilEnded(house: House, actor: Actor, id: number): Promise<void> {
  const door = doorOf(house, 'job.get')
  for (;;) {
    const job = (await runOperation(house.db, door, { actor, input: { id } })) as JobView
    if (job.state === 'done') return
    invariant(
      ['waiting', 'running'].includes(job.state),
      `job ${id} ${job.state}: ${JSON.stringify(job.problem)}`,
    )
    await sleep(20)
  }
}

type Listed = { accounts: { id: number; login: string; hats: { id: number }[] }[] }

/** Everybody of these logins with the hat that the house knows: the same people who will sign in afterwards. */
export async function castOf(house: House, logins: readonly string[]): Promise<Cast> {
  const list = doorOf(house, 'account.list')
  const { accounts } = (await runOperation(house.db, list, {
    actor: systemActor(house.county),
    input: {},
  })) as Listed
  const cast = new Map<string, Actor>()
  for (const login of logins) {
    const account = accounts.find((one) => one.login === login)
    const assignmentId = account?.hats[0]?.id
    const actor =
      account && assignmentId ? await actorNow(house, { accountId: account.id, assignmentId }) : undefined
    invariant(actor, `nobody signs in as ${login}`)
    cast.set(login, actor)
  }
  return cast
}
