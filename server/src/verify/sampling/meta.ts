/** What the window knows of the designs. */
import type { Text } from '#kernel'
import type { Actor } from '#platform'
import { may } from '#platform'
import type { SampleDesign } from './define.ts'

export type SampleMeta = { id: string; label: Text; on: string; fields: readonly string[]; how: Text }

/** The designs, for those who draw, read or look. */
export function sampleMeta(designs: readonly SampleDesign[]): (actor: Actor) => SampleMeta[] {
  return (actor) =>
    ['sample.plan', 'sample.read', 'sample.visit'].some((verb) => may(actor, verb))
      ? designs.map(({ id, label, on, fields, how }) => ({ id, label, on, fields, how }))
      : []
}
