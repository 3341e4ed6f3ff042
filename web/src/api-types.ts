// The shape of every operation, straight from the server's declarations (types only, nothing is bundled).
import type { Api } from 'xiangce/api'

/** Known names complete in the editor; a room that is not composed yet may still be called. */
export type OperationName = keyof Api | (string & {})

export type Input<N extends OperationName> = N extends keyof Api ? Api[N]['input'] : unknown

// biome-ignore lint/suspicious/noExplicitAny: operations that the house has not composed yet have no type
export type Output<N extends OperationName> = N extends keyof Api ? Api[N]['output'] : any
