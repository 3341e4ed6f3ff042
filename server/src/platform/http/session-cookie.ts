/** The cookie of a session, and the session that a request brings. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openedSession, type Session } from '../accounts/session.ts'
import type { House } from '../house.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The live session of the cookie, read once per request. */
    session(): Promise<Session | undefined>
  }
}

const SESSION_COOKIE = 'xiangce_session'

export function sessionReader(house: House) {
  const read = new WeakMap<FastifyRequest, Promise<Session | undefined>>()
  return function session(this: FastifyRequest): Promise<Session | undefined> {
    const found = read.get(this) ?? openedSession(house, this.cookies[SESSION_COOKIE])
    read.set(this, found)
    return found
  }
}

/** Gives the browser its secret: for this site only, out of reach of scripts. */
export function keepCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

export function dropCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' })
}
