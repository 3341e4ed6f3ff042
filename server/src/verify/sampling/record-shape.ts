/** A drawn record and what was found there, as the doors tell it. */
import { z } from 'zod'
import { results } from './task-store.ts'

export const text = z.object({ zh: z.string(), en: z.string() })

export const recordShape = z.object({
  taskId: z.number(),
  rowId: z.number(),
  called: z.string(),
  part: z.string(),
  areaName: z.string(),
  assignee: z.string().nullable(),
  result: z.enum(results).nullable(),
  faults: z.array(text),
  note: z.string().nullable(),
  fileId: z.number().nullable(),
  visitor: z.string().nullable(),
  visitedAt: z.string().nullable(),
})
