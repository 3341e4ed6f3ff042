// The shape of every operation, straight from the server's declarations (types only, nothing is bundled).
import type { Api } from 'xiangce/api'

export type OperationName = keyof Api
export type Input<N extends OperationName> = Api[N]['input']
export type Output<N extends OperationName> = Api[N]['output']
