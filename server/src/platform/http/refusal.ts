/** Every error of every route leaves as one RFC 9457 problem; what nobody foresaw leaves as an incident number only. */
import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#kernel'
import { isProblem } from '#kernel'
import { translate } from '../constraints.ts'
import { problemBody } from '../problem-body.ts'
import { platformProblems } from '../problems.ts'
import { httpProblems } from './problems.ts'

/** Fastify's error handler. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = problemOf(thrown)
  const told = known ?? unforeseen(thrown, request)
  if (told.code.startsWith('kernel.invariant')) request.log.error({ err: told }, 'invariant broken')
  return reply.code(told.status).type('application/problem+json').send(problemBody(told))
}

function problemOf(thrown: unknown): Problem | undefined {
  const told = translate(thrown)
  if (isProblem(told)) return told
  const status = (thrown as FastifyError).statusCode
  if (status === 413) return httpProblems.tooLarge()
  if (status !== undefined && status >= 400 && status < 500)
    return httpProblems.request({ reason: (thrown as Error).message })
  return undefined
}

function unforeseen(thrown: unknown, request: FastifyRequest): Problem {
  const incident = randomBytes(4).toString('hex').toUpperCase()
  request.log.error({ err: thrown, incident }, `incident ${incident}`)
  return platformProblems.internal({ incident })
}
