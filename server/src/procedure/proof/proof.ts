/** The proof of one entry as a file: all that is needed to do it again and to find it in the chain, without this house. */
import { defineProblems, problem, t } from '#kernel'
import type { InterestMethod, Signer, VoucherProof } from '#ledger'
import { textDigest } from '#ledger'
import type { Evidence } from '#policy'
import type { Basis, Reason } from '../explain-entry/grounds.ts'

export const FORMAT = 'xiangce.proof'

export type ProofBody = {
  readonly format: typeof FORMAT
  readonly version: 1
  readonly county: string
  readonly madeAt: string
  readonly madeBy: string
  /** The number of the entry that is proved; it stands among the lines of the voucher. */
  readonly entry: number
  readonly basis: Basis
  readonly reasons: readonly { readonly evidence: Evidence; readonly decision?: Reason['decision'] }[]
  /** Results of one reason that are facts of a later one. */
  readonly given: readonly { readonly from: number; readonly to: number; readonly name: string }[]
  /** Which result of which reason was booked, in fen. */
  readonly claim: { readonly booked: number; readonly reason: number; readonly result: string } | null
  /** Of interest: what stood in the account, in fen, from which the facts follow. */
  readonly balances: {
    readonly method: InterestMethod
    readonly year: number
    readonly opening: number
    readonly moves: readonly { readonly day: string; readonly amount: number }[]
  } | null
  readonly voucher: VoucherProof
  readonly signers: readonly Signer[]
}

export type Proof = ProofBody & { readonly digest: string }

export const proofProblems = defineProblems('proof', {
  bytes: problem(422, () =>
    t(
      '文件里有不是 UTF-8 的字节，已不是导出时的文件。请重新索取核验包。',
      'The file is not UTF-8 and not what was exported. Ask for it again.',
    ),
  ),
  json: problem(422, () =>
    t(
      '文件不是完整的 JSON，已不是导出时的文件。请重新索取核验包。',
      'The file is not whole JSON and not what was exported. Ask for it again.',
    ),
  ),
  form: problem(422, () =>
    t(
      '文件不是导出时的写法：多了或少了空白、换行，或数字换了写法。请重新索取核验包。',
      'The file is not written as it was exported: white space or the form of a number differs. Ask for it again.',
    ),
  ),
  kind: problem(422, () =>
    t(
      '这不是核验包。请选由“导出核验包”得到的文件。',
      'This is no proof. Choose a file that was exported as one.',
    ),
  ),
  digest: problem(422, (d: { stated: string; computed: string }) =>
    t(
      `文件的指纹是 ${d.computed.slice(0, 8)}…，与所载的 ${d.stated.slice(0, 8)}… 不同：内容被改过。请重新索取核验包。`,
      `The digest is ${d.computed.slice(0, 8)}…, the file says ${d.stated.slice(0, 8)}…: it was changed. Ask for it again.`,
    ),
  ),
  file: problem(400, (d: { file: string; why: string }) =>
    t(`读不了“${d.file}”：${d.why}。请核对文件名。`, `"${d.file}" cannot be read: ${d.why}. Check its name.`),
  ),
  entry: problem(400, (d: { given: string }) =>
    t(
      `“${d.given}”不是编号。请写分录号或决定号，如 1203。`,
      `"${d.given}" is no number. Give that of an entry or a decision, such as 1203.`,
    ),
  ),
})

/** The canonical form: compact JSON in the order of members as written here, and one line feed. The digest stands last. */
export function sealed(body: ProofBody): string {
  const text = JSON.stringify(body)
  return `${text.slice(0, -1)},"digest":"${textDigest(text)}"}\n`
}

/**
 * Reads a file of `sealed`. Every byte counts: what is not exactly the canonical form of its own content, or has another
 * digest, is refused. Throws `proof.bytes`, `proof.json`, `proof.form`, `proof.kind`, `proof.digest`.
 */
export function opened(bytes: Uint8Array): Proof {
  const text = textOf(bytes)
  const proof = parsed(text)
  if (`${JSON.stringify(proof)}\n` !== text) throw proofProblems.form()
  if (proof.format !== FORMAT || proof.version !== 1 || typeof proof.digest !== 'string')
    throw proofProblems.kind()
  const { digest: stated, ...body } = proof
  const computed = textDigest(JSON.stringify(body))
  if (computed !== stated || sealed(body) !== text) throw proofProblems.digest({ stated, computed })
  return proof
}

/** A byte order mark is a byte too. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw proofProblems.bytes()
  }
}

function parsed(text: string): Proof {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw proofProblems.json()
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw proofProblems.kind()
  return read as Proof // `as`: what is not of this form has another digest, or was not made here
}
