/** The door to the numbers that name people, bodies, telephones and cards. */
export * from './bank-card.ts'
export * from './check.ts'
export * from './credit-code.ts'
export * from './phone.ts'
export * from './resident-id.ts'
