/** All terms. */
export * from './list.ts'
export * from './scalar.ts'
