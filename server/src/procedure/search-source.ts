/** Cases, notices and runs in the search box, and what `case:3` is called. */
import { type Text, t } from '#kernel'
import type { SearchSource } from '#platform'
import { asData, idsOf, may } from '#platform'
import type { Procedure } from './define.ts'
import type { Runs } from './run-registry.ts'
import { readRun } from './run-store.ts'
import type { CaseHit } from './search-store.ts'
import { namedCases, searchCases, searchNotices } from './search-store.ts'

export function caseSearches(procedures: readonly Procedure[]): readonly SearchSource[] {
  return [caseSource(procedures), noticeSource()]
}

function caseSource(procedures: readonly Procedure[]): SearchSource {
  return {
    find: async (ctx, { text, limit }) => {
      const found = may(ctx.actor, 'case.read') ? await searchCases(ctx.tx, text, limit) : []
      const hits = found.map((one) => ({
        title: asData(`${one.number}　${one.title}`),
        note: stateText(procedures, one),
        to: `/case/${one.id}`,
      }))
      return [{ label: t('案件', 'Cases'), hits }]
    },
    named: async (ctx, asked) => {
      const ids = may(ctx.actor, 'case.read') ? idsOf(asked, 'case') : []
      const found = ids.length > 0 ? await namedCases(ctx.tx, ids) : []
      return new Map(
        found.map(({ id, number, title }) => [
          `case:${id}`,
          { title: asData(`${number}　${title}`), to: `/case/${id}` },
        ]),
      )
    },
  }
}

function noticeSource(): SearchSource {
  return {
    find: async (ctx, { text, limit }) => {
      const found = may(ctx.actor, 'case.read') ? await searchNotices(ctx.tx, text, limit) : []
      const hits = found.map(({ number, title, caseId }) => ({
        title: asData(number),
        note: asData(title),
        to: `/case/${caseId}`,
      }))
      return [{ label: t('公示', 'Notices'), hits }]
    },
  }
}

function stateText(procedures: readonly Procedure[], { procedure, state }: CaseHit): Text {
  const declared = procedures.find(({ id }) => id === procedure)
  return declared?.states[state]?.label ?? asData(state)
}

/** Runs are met in logs only. */
export function runSearches(runs: Runs): readonly SearchSource[] {
  return [
    {
      named: async (ctx, asked) => {
        const names = new Map<string, { title: Text; to: string }>()
        if (!may(ctx.actor, 'ledger.read')) return names
        for (const id of idsOf(asked, 'run')) {
          const row = await readRun(ctx.tx, id)
          const label = row && runs.all.find((one) => one.id === row.run)?.label
          if (row && label)
            names.set(`run:${id}`, {
              title: t(`${row.period} ${label.zh}`, `${row.period} ${label.en}`),
              to: `/run/${id}`,
            })
        }
        return names
      },
    },
  ]
}
