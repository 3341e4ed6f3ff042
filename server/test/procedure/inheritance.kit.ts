/** For tests of inheritance: the county's real runs and policies, and an heir as the form takes him. */
import { bankCard, day, residentId } from '#kernel'
import { openPolicyRoom } from '#policy'
import { registerFactSource, registryOf } from '#register'
import { inheritanceOperations } from '../../src/procedure/run-inheritance-operations.ts'
import { runsOf } from '../../src/procedure/run-registry.ts'
import { roles, systems } from '../../src/systems/index.ts'
import { landSecurity } from '../../src/systems/land-security/index.ts'
import { landSecurityRuns } from '../../src/systems/land-security/runs/index.ts'

const registers = systems.flatMap((system) => system.registers ?? [])
export const policy = openPolicyRoom({
  policies: landSecurity.policies ?? [],
  bindings: landSecurity.bindings ?? [],
  source: registerFactSource(registers),
})
export const runs = runsOf(
  landSecurityRuns.map((declare) => declare({ policy, registers: registryOf(registers) })),
)
export const [view, propose, proposeWithoutHeir, approve, withdraw, shown] = inheritanceOperations(runs)

export const roleOf = (name: string) => roles.find((role) => role.name === name)

export const heir = (seq: number, share: string, name = `韦小${seq}`) => ({
  name,
  relation: '之子',
  share,
  idNumber: residentId('990101', day('1980-05-01'), seq),
  bank: '青禾农商行',
  card: bankCard(`62170000000000${seq}`),
})

/** The form of a death, with its paper. */
export const death = (accountId: number, more: Record<string, unknown> = {}) => ({
  accountId,
  diedOn: '2024-12-20',
  source: 'police',
  knownOn: '2025-02-03',
  document: '（2025）青证民字第 12 号',
  ...more,
})
