/** The story of the demo county up to the demo day, every act by the officer whose it is. */
import { demoVillages } from '../population/demo/villages.ts'
import { placesScene } from './places.ts'
import type { Scene } from './stage.ts'

/** All scenes, made anew for one telling: they remember numbers that the house gave them. */
export function story(): Scene[] {
  const villages = demoVillages()
  return [placesScene(villages)]
}
