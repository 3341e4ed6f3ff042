/** The funds of land security. */
import { protectionFund } from './protection.ts'
import { regulatingFund } from './regulating.ts'

export { protectionFund, regulatingFund }

export const funds = [protectionFund, regulatingFund] as const
