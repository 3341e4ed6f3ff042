/** VR-18: crops on one field area. Without inter-cropping their shares cannot pass the whole. */
import type { Ratio } from '#kernel'
import { compareRatio, divRatio, mulRatio, ratio, subRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'

export type CropAsk = {
  /** At least this share of the area (percent) bears the main crop. */
  percent: Ratio
  /** Another crop on at least so many mu. */
  other: Ratio
  /** The largest area that the papers allow; a masked 20xx is at most 2,099. */
  areaAtMost: Ratio
  interCropped?: boolean
}

export type CropResult = {
  verdict: Verdict
  /** What the main crop leaves of the largest area. */
  room: Ratio
  /** The smallest area on which both fit; null if the main crop takes all. */
  needs: Ratio | null
}

export function checkCrops({ percent, other, areaAtMost, interCropped }: CropAsk): CropResult {
  const left = divRatio(subRatio(ratio(100), percent), ratio(100))
  const room = mulRatio(areaAtMost, left)
  const needs = left.num === 0 ? null : divRatio(other, left)
  const fits = interCropped || compareRatio(other, room) <= 0
  return { verdict: fits ? 'ok' : 'contradiction', room, needs }
}
