/** Vouchers and accounts in the search box, and what `batch:3` is called. */
import { formatYuan, t } from '#kernel'
import type { Ctx, SearchSource } from '#platform'
import { asData, idsOf, may } from '#platform'
import type { Funds } from './registry.ts'
import type { NamedHit, VoucherAsk } from './search-store.ts'
import { namedOfLedger, searchAccounts, searchVouchers } from './search-store.ts'

export function ledgerSearches(funds: Funds): readonly SearchSource[] {
  return [
    {
      find: async (ctx, { text, limit }) =>
        may(ctx.actor, 'ledger.read')
          ? [await voucherGroup(ctx, text, limit), await accountGroup(ctx, funds, { text, limit })]
          : [],
      named: async (ctx, asked) => {
        if (!may(ctx.actor, 'ledger.read')) return new Map()
        const found = await namedOfLedger(ctx.tx, {
          batch: idsOf(asked, 'batch'),
          receipt: idsOf(asked, 'receipt'),
          voucher: idsOf(asked, 'voucher'),
          account: idsOf(asked, 'account'),
        })
        return new Map(found.map((one) => [`${one.kind}:${one.id}`, { title: one.title, to: pageOf(one) }]))
      },
    },
  ]
}

function pageOf({ kind, id, fund }: NamedHit): string {
  return kind === 'receipt' ? `/fund/${fund}` : `/${kind}/${id}`
}

async function voucherGroup(ctx: Ctx, text: string, limit: number) {
  const ask = voucherAsk(text)
  const found = ask ? await searchVouchers(ctx.tx, ask, limit) : []
  const hits = found.map(({ id, period, number, day, text: words, total }) => {
    const sum = total === null ? '' : ` ${formatYuan(total)}`
    return {
      title: asData(`${period} ${number}`),
      note: t(`${day} ${words.zh}${sum}`, `${day} ${words.en}${sum}`),
      to: `/voucher/${id}`,
    }
  })
  return { label: t('凭证', 'Vouchers'), hits }
}

/** `2025-08`, `记-0105`, `2025-08 记-0105`, `2025-08-0105`, `0105`; other texts are no voucher's number. */
export function voucherAsk(text: string): VoucherAsk | undefined {
  const form = /^(?:(\d{4}-\d{2})(?!\d))?[\s　-]*(?:记\s*-?\s*)?(?:第?\s*(\d{4,7})\s*号?)?$/u
  const [, period, serial] = form.exec(text.trim()) ?? []
  if (!period && !serial) return undefined
  return { period, serial: serial === undefined ? undefined : Number(serial) }
}

async function accountGroup(ctx: Ctx, funds: Funds, asked: { text: string; limit: number }) {
  const found = await searchAccounts(ctx.tx, asked.text, asked.limit)
  const hits = found.map(({ id, label, fund, balance }) => {
    const { zh, en } = funds.all.find((one) => one.id === fund)?.label ?? asData(fund)
    return {
      title: asData(label),
      note: t(`${zh}，余额 ${formatYuan(balance)} 元`, `${en}, balance ${formatYuan(balance)}`),
      to: `/account/${id}`,
    }
  })
  return { label: t('个人账户', 'Individual accounts'), hits }
}
