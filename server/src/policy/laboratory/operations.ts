/** The doors of the laboratory. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, operation } from '#platform'
import { policyProblems } from '../problems.ts'
import type { PolicyRoom } from '../room.ts'
import type { YearAhead } from './ahead.ts'
import type { Cliff } from './cliff.ts'
import type { Simulation } from './laboratory.ts'
import { countedResults } from './laboratory.ts'
import type { Sensitivity } from './sensitivity.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What is tried; the same in every door of the laboratory. */
export const trialShape = {
  policy: z.string(),
  register: z.string().optional(),
  on: day.optional(),
  known: z.iso.datetime().optional(),
  result: z.string().optional(),
  overrides: z.record(z.string(), z.unknown()).default({}),
  from: day.optional(),
  until: day.nullable().optional(),
}

/** `policy.tryable`, `policy.simulate`, `policy.sensitivity`, `policy.ahead`, `policy.cliffs`. All stay within the scope of who asks. */
export function laboratoryOperations(room: PolicyRoom) {
  return [tryable(room), simulate(room), sensitivity(room), ahead(room), cliffs(room)] as const
}

/** Throws `policy.inFuture`. */
export function checkKnown({ now }: Ctx, known: string | undefined): void {
  if (known !== undefined && known > now) throw policyProblems.inFuture({ known })
}

function tryable(room: PolicyRoom) {
  return operation({
    name: 'policy.tryable',
    text: t('看哪些政策可以全县试算', 'List policies that can be tried over the county'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object({}),
    output: z.object({
      policies: z.array(
        z.object({
          id: z.string(),
          registers: z.array(z.string()),
          results: z.array(z.string()),
          /** Whether `policy.ahead` can tell of it. */
          ahead: z.boolean(),
          /** The other benefit by the month that it rests on, because of which it cannot. */
          restsOn: z.string().nullable(),
        }),
      ),
    }),
    run: async () => {
      const bound = room.bindings.filter(({ inActOnly }) => !inActOnly)
      const policies = room.policies.all.map((policy) => {
        const registers = bound.filter((one) => one.policy === policy.id).map(({ subject }) => subject)
        const [first] = registers
        const ahead = first !== undefined && room.laboratory.goesOn(policy.id, first)
        const restsOn = first === undefined ? null : (room.laboratory.restsOn(policy.id, first) ?? null)
        return { id: policy.id, registers, results: [...countedResults(policy)], ahead, restsOn }
      })
      return { policies: policies.filter((one) => one.registers.length > 0 && one.results.length > 0) }
    },
  })
}

function simulate(room: PolicyRoom) {
  return operation({
    name: 'policy.simulate',
    text: t('按新参数试算全县', 'Try parameters over the county'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object(trialShape),
    output: z.custom<Simulation>(),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      return room.laboratory.simulate(ctx, ask)
    },
  })
}

function sensitivity(room: PolicyRoom) {
  return operation({
    name: 'policy.sensitivity',
    text: t('看每个参数多一步差多少', 'See what a step of each parameter comes to'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object(trialShape),
    output: z.object({ steps: z.custom<readonly Sensitivity[]>() }),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      return { steps: await room.laboratory.sensitivities(ctx, ask) }
    },
  })
}

function ahead(room: PolicyRoom) {
  return operation({
    name: 'policy.ahead',
    text: t('看以后各年的支出', 'See the cost of the years ahead'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object({ ...trialShape, years: z.number().int().min(1).max(5).default(3) }),
    output: z.object({ years: z.custom<readonly YearAhead[]>() }),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      return { years: await room.laboratory.ahead(ctx, ask) }
    },
  })
}

function cliffs(room: PolicyRoom) {
  return operation({
    name: 'policy.cliffs',
    text: t('看谁在临界', 'See who stands at an edge'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object({ ...trialShape, days: z.number().int().min(1).max(366).default(30) }),
    output: z.object({ cliffs: z.custom<readonly Omit<Cliff, 'rows'>[]>() }),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      const found = await room.laboratory.cliffs(ctx, ask)
      return { cliffs: found.map(({ rows: _, ...one }) => one) }
    },
  })
}
