/** OpenAPI 3.1 from the operations: the zod schemas are the description. */
import { z } from 'zod'
import type { House } from '../house.ts'
import type { AnyOperation } from '../operation.ts'
import { operationPath } from './operation-routes.ts'

/** The document at `/api/openapi.json`. */
export function openApi(house: Pick<House, 'operations' | 'version'>): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title: 'Xiangce 乡册', version: house.version },
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xiangce_session' } },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(house.operations.map((op) => [operationPath(op), { post: describe(op) }])),
  }
}

function describe(op: AnyOperation): Record<string, unknown> {
  return {
    operationId: op.name,
    summary: op.text.zh,
    description: op.text.en,
    tags: [op.name.split('.')[0]],
    parameters: [ownHeader, ...(op.audit === 'write' ? [idempotencyKey] : [])],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(op.input, 'input') } } },
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(op.output, 'output') } } },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(op.can === 'public' ? { security: [] } : {}),
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const ownHeader = { name: 'x-xiangce', in: 'header', required: true, schema: { type: 'string', const: '1' } }
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
}

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'detail', 'details'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    details: { type: 'object' },
  },
}
