/** `defineSample`: which records may be drawn for a second look in the field, and what is asked about each. Data, no SQL. */
import type { Text } from '#kernel'

export type SampleDesign = {
  /** `person` */
  id: string
  label: Text
  /** The register whose records are drawn. */
  on: string
  /** What the team compares on the spot, in this order; a record with one of them wrong is a faulty one. */
  fields: readonly string[]
  /** Records with one of these known are not drawn: the deceased, those who moved out. */
  without?: readonly string[]
  /** How to look: where to go, which paper to ask for. */
  how: Text
  /** What is to be done about a difference. */
  advice: Text
}

export function defineSample(design: SampleDesign): SampleDesign {
  return design
}
