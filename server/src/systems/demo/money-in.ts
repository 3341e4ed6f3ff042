/** The four transfers of a taking: received in the special account by the finance office, claimed by the fund accountant (LS-09, OF-03). */
import type { Scene, Stage } from './stage.ts'
import { actIn, type Memory } from './walk.ts'

export const fund = 'land-security.protection'

export type Part = 'government' | 'collective' | 'individual' | 'reserve'

export type Transfer = {
  /** Day of arrival and the moment of its registration, `2024-03-18T15:20`. */
  at: string
  part: Part
  /** Yuan. */
  amount: string
  payer: string
  remark: string
}

const offices = { government: 'ZC', collective: 'JT', individual: 'GR', reserve: 'FX' } as const

/** `key`: names the scenes and the bank references, for ever. */
export function transferScenes(key: string, memory: Memory, transfers: readonly Transfer[]): Scene[] {
  return transfers.map((transfer, at) => ({
    name: `${key}.transfer${at + 1}`,
    at: transfer.at,
    play: (stage) => receive(stage, memory, { transfer, bankRef: bankRefOf(transfer, at) }),
  }))
}

/** As the bank's statement shows it: date and running number. */
function bankRefOf({ at, part }: Transfer, n: number): string {
  return `${at.slice(0, 10).replaceAll('-', '')}${offices[part]}${String(4_107 + n * 13)}`
}

async function receive(
  stage: Stage,
  memory: Memory,
  { transfer, bankRef }: { transfer: Transfer; bankRef: string },
): Promise<void> {
  const { at, part, amount, payer, remark } = transfer
  const context = { register: 'landTake', id: memory.landTakeId }
  const { receiptId } = await stage.call<{ receiptId: number }>('finance2', 'fund.receive', {
    fund,
    arrivedOn: at.slice(0, 10),
    amount,
    payer,
    remark,
    bankRef,
    ticket: `青财票${bankRef.slice(2, 8)}${bankRef.slice(-4)}`,
    context,
    part,
  })
  await stage.call('fund1', 'fund.claim', { receiptId, claims: [{ context, part, amount }] })
}

/** The finance office confirms that all is there; the fund accountant opens the accounts (LS-10). */
export function openingScenes(
  key: string,
  memory: Memory,
  days: { funded: string; opened: string },
): Scene[] {
  return [
    {
      name: `${key}.funded`,
      at: days.funded,
      play: async (stage) => {
        const form = { certificate: `青财社到账〔${days.funded.slice(0, 4)}〕3 号` }
        await actIn(stage, memory, { login: 'finance1', action: 'fund', form })
      },
    },
    {
      name: `${key}.accounts`,
      at: days.opened,
      play: async (stage) => {
        await actIn(stage, memory, { login: 'fund1', action: 'openAccounts', form: {} })
      },
    },
  ]
}
