/** The demo county: who signs in, what happened there, and a crowd for trying the house at size. */
export { demoCommand } from './command.ts'
export { demoCounty, demoDay, demoPassword, openDemo } from './open.ts'
