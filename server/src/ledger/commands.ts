/** `xiangce ledger verify | export`: proves the book from the database, or from an export without one. */
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { t } from '#kernel'
import type { Command } from '#platform'
import { defineCommand, systemActor, withContext } from '#platform'
import { exportChain, verifyExport } from './chain/export.ts'
import type { ChainReport } from './chain/faults.ts'

const verify = defineCommand({
  name: 'ledger verify',
  text: t('核对账链', 'Verify the chain of vouchers'),
  usage: '[<export file>]',
  run: async ({ call, words }) => {
    const [file] = words
    if (file === undefined) return (await call('ledger.verify', {})) as ChainReport
    return verifyExport(createInterface({ input: createReadStream(file, 'utf8') }))
  },
  show: (report) =>
    [
      report.ok ? '账链完整。' : `账链有 ${report.faults.length} 处不符：`,
      `凭证 ${report.vouchers} 张，分录 ${report.entries} 条，链 ${report.links} 环，未封 ${report.open} 张`,
      `末环指纹 ${report.head}`,
      ...report.faults.slice(0, 50).map((fault) => `  ${fault.text.zh}`),
    ].join('\n'),
  fails: (report) => !report.ok,
})

const save = defineCommand({
  name: 'ledger export',
  text: t('导出账链，供另外核对', 'Export the chain, to be verified elsewhere'),
  usage: '<file>',
  run: async ({ house, words }) => {
    const file = words[0] ?? 'ledger.jsonl'
    const lines = await withContext(house.db, systemActor(house.county), async (ctx) => {
      const parts: string[] = []
      for await (const line of exportChain(ctx)) parts.push(line)
      return parts
    })
    writeFileSync(file, lines.join(''))
    return { file, lines: lines.length }
  },
  show: ({ file, lines }) => `写入 ${file}，${lines} 行。`,
})

export const ledgerCommands: readonly Command[] = [verify, save]
