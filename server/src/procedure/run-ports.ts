/** What the declared runs of a system need of other rooms; given when the house is composed. */
import type { PolicyRoom } from '#policy'
import type { Registry } from '#register'
import type { Run } from './run-define.ts'

export type RunPorts = { policy: PolicyRoom; registers: Registry }

/** A system declares a run as a function of these, since a run decides and reads. */
export type RunFactory = (ports: RunPorts) => Run
