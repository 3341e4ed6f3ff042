/** `xiangce explain`, `xiangce ledger proof`, `xiangce proof verify`. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Locale } from '#kernel'
import { t } from '#kernel'
import type { AloneCall, Command } from '#platform'
import { defineAloneCommand, defineCommand, readFile, systemActor, withContext } from '#platform'
import type { DecisionExplanation } from '#policy'
import type { EntryExplanation } from '../explain-entry/entry.ts'
import { decisionText, entryText } from '../explain-entry/text.ts'
import { proofProblems } from './proof.ts'
import { inChain, verifyProof } from './verify.ts'

/** Which of the two an explanation is. */
type Explained = EntryExplanation | DecisionExplanation

const explain = defineCommand({
  name: 'explain',
  text: t('说明一项决定，或（--entry）一条分录', 'Explain a decision, or with --entry an entry'),
  usage: '<id> [--entry] [--locale en]',
  options: { entry: { type: 'boolean' }, locale: { type: 'string' } },
  run: async ({ call, words, options }) => {
    const id = numberOf(words[0])
    return (
      options.entry
        ? await call('explain.entry', { entryId: id })
        : await call('policy.explain', { decisionId: id })
    ) as Explained
  },
  show: (result, call) => {
    const locale = localeOf(call)
    return 'entry' in result ? entryText(result, locale) : decisionText(result, locale)
  },
  fails: ({ reproduced }) => !reproduced,
})

const proof = defineCommand({
  name: 'ledger proof',
  text: t('导出一条分录的核验包', 'Export the proof of an entry'),
  usage: '<entry id> [--out <file>]',
  options: { out: { type: 'string' } },
  run: async ({ call, house, words, options }) => {
    const entryId = numberOf(words[0])
    const { fileId } = (await call('explain.proof', { entryId })) as { fileId: number }
    const { bytes, sha256 } = await withContext(house.db, systemActor(house.county), (ctx) =>
      readFile(ctx.tx, fileId),
    )
    const file = typeof options.out === 'string' ? options.out : `proof-${entryId}.json`
    writeFileSync(file, bytes)
    return { file, bytes: bytes.length, sha256 }
  },
  show: ({ file, bytes, sha256 }) => `写入 ${file}，${bytes} 字节，SHA-256 ${sha256}。`,
})

const verify = defineAloneCommand({
  name: 'proof verify',
  text: t('核验核验包（不用数据库）', 'Verify a proof, without a database'),
  usage: '<file> [--chain <export of the ledger>] [--locale en]',
  options: { locale: { type: 'string' }, chain: { type: 'string' } },
  runAlone: async ({ words, options }) => {
    const { ok, points, proof: read } = verifyProof(bytesOf(words[0] ?? ''))
    const kept = typeof options.chain === 'string' && read ? [inChain(read, bytesOf(options.chain))] : []
    return {
      ok: ok && kept.every((one) => one.ok),
      points: [...points, ...kept],
      entry: read?.entry ?? null,
      link: read?.voucher.link ? { seq: read.voucher.link.seq, hash: read.voucher.link.hash } : null,
      signers: read?.signers ?? [],
    }
  },
  show: ({ ok, points, signers }, call) => {
    const locale = localeOf(call)
    const head = ok ? t('核验通过。', 'The proof holds.') : t('核验不通过。', 'The proof does not hold.')
    return [
      head[locale],
      ...points.map(({ ok: holds, what, note }) => `${holds ? '✓' : '✗'} ${what[locale]}　${note[locale]}`),
      ...signers.map(({ act, name, office, at }) => `  ${act[locale]}　${name}　${office}　${at}`),
    ].join('\n')
  },
  fails: ({ ok }) => !ok,
})

export const proofCommands: readonly Command[] = [explain, proof, verify]

function numberOf(word: string | undefined): number {
  const id = Number(word)
  if (!Number.isSafeInteger(id) || id <= 0) throw proofProblems.entry({ given: word ?? '' })
  return id
}

function localeOf({ options }: AloneCall): Locale {
  return options.locale === 'en' ? 'en' : 'zh'
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw proofProblems.file({ file, why: error instanceof Error ? error.message : String(error) })
  }
}
