/** Verifies a proof by itself: the rule run again, the amount, the facts of interest, the voucher and its link. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Day, Text } from '#kernel'
import { fen, formatYuan, isProblem, t, yuanText } from '#kernel'
import type { YearMoves } from '#ledger'
import { spansOf, voucherFaults } from '#ledger'
import { type EvidenceReading, readEvidence } from '#policy'
import { recomputed } from '../explain-entry/grounds.ts'
import { wireSpans } from '../explain-entry/interest-wire.ts'
import { bookedIn, entryLine } from './booked.ts'
import { opened, type Proof } from './proof.ts'

/** One thing that was looked at; `note` says what differs, or what was found. */
export type Point = { readonly ok: boolean; readonly what: Text; readonly note: Text }

export type ProofReport = {
  readonly ok: boolean
  readonly proof: Proof | null
  readonly points: readonly Point[]
  /** Of each reason, the reading that was made here. */
  readonly readings: readonly EvidenceReading[]
}

const fine = t('相符', 'agrees')

/** Never throws for what is in the file: a refusal is a point that does not hold. */
export function verifyProof(bytes: Uint8Array): ProofReport {
  try {
    const proof = opened(bytes)
    const readings = proof.reasons.map(({ evidence }) => readEvidence(evidence))
    const points = [
      point(
        t('文件', 'File'),
        undefined,
        t(`指纹 ${proof.digest.slice(0, 16)}`, `digest ${proof.digest.slice(0, 16)}`),
      ),
      ...reasonPoints(proof, readings),
      ...givenPoints(proof, readings),
      ...balancePoints(proof),
      ...amountPoints(proof),
      ...voucherPoints(proof),
    ]
    return { ok: points.every(({ ok }) => ok), proof, points, readings }
  } catch (thrown) {
    const note = isProblem(thrown)
      ? thrown.text
      : t(`内容读不通：${thrown}`, `The content cannot be read: ${thrown}`)
    return { ok: false, proof: null, points: [point(t('文件', 'File'), note)], readings: [] }
  }
}

function point(what: Text, fault: Text | undefined, found: Text = fine): Point {
  return { ok: fault === undefined, what, note: fault ?? found }
}

/** Tree, parameters, result and branches are those whose hashes and values the file states. */
function reasonPoints(proof: Proof, readings: readonly EvidenceReading[]): Point[] {
  return proof.reasons.map(({ evidence }, at) => {
    const { differences = [], reproduced } = readings[at] as EvidenceReading
    const names = differences.map(({ name }) => name).join('、') || 'facts'
    return point(
      t(`规则：${evidence.title.zh}`, `Rule: ${evidence.title.en}`),
      reproduced ? undefined : t(`重算与所载不同：${names}`, `Recomputed otherwise than stated: ${names}`),
      t(
        `重算相同，规则 ${evidence.ruleHash.slice(0, 8)}`,
        `recomputed alike, rule ${evidence.ruleHash.slice(0, 8)}`,
      ),
    )
  })
}

function givenPoints({ reasons, given }: Proof, readings: readonly EvidenceReading[]): Point[] {
  return given.map(({ from, to, name }) => {
    const same = isDeepStrictEqual(readings[from]?.result[name], reasons[to]?.evidence.facts[name])
    return point(
      t('前一项的结果用作后一项的事实', 'A result used as a fact'),
      same ? undefined : t(`${name} 两处不同`, `${name} differs`),
    )
  })
}

/** The facts of interest follow from what stood in the account. */
function balancePoints({ balances, reasons }: Proof): Point[] {
  if (!balances) return []
  const moves: YearMoves = {
    year: balances.year,
    opening: fen(balances.opening),
    moves: balances.moves.map(({ day, amount }) => ({ day: day as Day, amount: fen(amount) })),
  }
  const spans = wireSpans(spansOf(balances.method, moves))
  const same = isDeepStrictEqual(reasons.at(-1)?.evidence.facts.spans, spans)
  return [
    point(
      t('计息余额', 'Balances'),
      same ? undefined : t('与账户的收支对不上', 'They do not follow from the moves of the account'),
      t(`${spans.length} 段`, `${spans.length} spans`),
    ),
  ]
}

/** What the rule gives is what stands in the voucher, to the fen. */
function amountPoints(proof: Proof): Point[] {
  const { claim, reasons } = proof
  const what = t('金额', 'Amount')
  if (!claim) {
    const none = t('没有计算依据，只核对凭证', 'there is no rule behind it; only the voucher was verified')
    return [
      point(what, reasons.length > 0 ? t('规则没有给出金额', 'the rule gives no amount') : undefined, none),
    ]
  }
  const [booked, again] = [
    bookedIn(proof),
    recomputed({
      claim: { ...claim, booked: fen(claim.booked) },
      reasons: reasons.map((one) => ({ ...one, factsChanged: false })),
    }),
  ]
  const same = booked === again && booked === claim.booked
  const [left, right] = [booked, again].map((one) => (one === null ? '—' : formatYuan(fen(one))))
  return [
    point(
      what,
      same ? undefined : t(`凭证 ${left} 元，重算 ${right} 元`, `voucher ${left}, recomputed ${right}`),
      t(`重算 ${right} 元，与凭证相差 ${yuanText(fen(0))} 元`, `recomputed ${right} yuan, as in the voucher`),
    ),
  ]
}

const faultWords = {
  digest: t('凭证内容与指纹不符', 'the voucher differs from its digest'),
  run: t('凭证不在所载的链环里', 'the voucher is not in the link'),
  link: t('链环的指纹不符', 'the link differs from its hash'),
}

function voucherPoints(proof: Proof): Point[] {
  const { voucher } = proof
  const [fault] = voucherFaults(voucher)
  const { link } = voucher
  const where = link
    ? t(`账链第 ${link.seq} 环，${link.hash.slice(0, 16)}`, `link ${link.seq}, ${link.hash.slice(0, 16)}`)
    : t('所属批量还在记账，尚未入链', 'its run is still being posted; it has no link yet')
  const line = entryLine(proof)
  return [
    point(
      t('分录', 'Entry'),
      line ? undefined : t(`凭证里没有 ${proof.entry} 号分录`, `no entry ${proof.entry} in the voucher`),
    ),
    point(t('凭证与账链', 'Voucher and chain'), fault && faultWords[fault], where),
    signerPoint(proof),
    ...decisionPoint(proof),
  ]
}

/** The voucher names the decision that the file explains. */
function decisionPoint(proof: Proof): Point[] {
  const decision = proof.reasons[0]?.decision
  const named = entryLine(proof)?.decisionId ?? null
  if (!decision) return named === null ? [] : [left(named)]
  return [
    point(
      t('决定', 'Decision'),
      named === decision.id ? undefined : t(`分录记的是 ${named} 号`, `the entry names ${named}`),
      t(`${decision.id} 号`, `${decision.id}`),
    ),
  ]
}

/** The entry has a decision, and the file leaves it out. */
function left(named: unknown): Point {
  return point(
    t('决定', 'Decision'),
    t(`分录记的 ${named} 号决定不在文件里`, `decision ${named} is left out`),
  )
}

/** Who prepared and who reviewed are hashed with the voucher; the others stand under the digest of the file only. */
function signerPoint({ voucher, signers }: Proof): Point {
  const [prepared, reviewed] = [voucher.header[13], voucher.header[15]]
  const named = (act: string) => signers.find((one) => one.act.zh === act)?.name ?? null
  const same = named('制单') === prepared && named('复核') === reviewed
  return point(
    t('制单与复核', 'Prepared and reviewed'),
    same ? undefined : t('与凭证所载的人不同', 'not the persons on the voucher'),
    t([prepared, reviewed].filter(Boolean).join('、'), [prepared, reviewed].filter(Boolean).join(', ')),
  )
}

/**
 * A file that was forged as a whole fits together by itself; it is not in a chain that was exported before and kept elsewhere
 * (`xiangce ledger export`).
 */
export function inChain({ voucher }: Proof, exported: Uint8Array): Point {
  const what = t('另存的账链', 'Chain kept elsewhere')
  const { link } = voucher
  const found = Buffer.from(exported)
    .toString('utf8')
    .split('\n')
    .find((line) => line.startsWith(`{"type":"link","seq":${link?.seq},`))
  if (!link || found === undefined) return point(what, t('没有这一环', 'it does not hold this link'))
  const { hash } = JSON.parse(found) as { hash?: unknown }
  const words = t(`第 ${link.seq} 环`, `link ${link.seq}`)
  return point(what, hash === link.hash ? undefined : t(`${words.zh}不同`, `${words.en} differs`), words)
}
