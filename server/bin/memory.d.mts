/** Flags of Node. */
export const flags: readonly string[]
/** The environment of the process, with what its memory needs. */
export const environment: NodeJS.ProcessEnv
