/** The demo county: who signs in, what happened there, and a crowd for trying the house at size. */
export { demoCommand } from './command.ts'
export { demoCounty, demoDay, demoPassword } from './county.ts'
export { openDemo } from './open.ts'
