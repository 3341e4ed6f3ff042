/** `xiangce check --figures` and `--text`: a file is looked at; no database is needed. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locale, Text } from '#kernel'
import { say, t } from '#kernel'
import type { AloneCall } from '#platform'
import { platformProblems } from '#platform'
import type { Outcome } from './figures/outcome.ts'
import { ruleOf } from './figures/rules.ts'
import { runSet } from './figures/run-set.ts'
import { sheetSet } from './figures/sheet.ts'
import { readUpload } from './read-upload.ts'
import { checkText } from './texts/check-text.ts'
import type { TextFinding } from './texts/finding.ts'
import type { Proposal } from './texts/propose.ts'
import { readFigures } from './texts/propose.ts'
import type { Verdict } from './verdict.ts'
import { isFault, verdictTexts } from './verdict.ts'

type Told = { place: Text; stated: Text; computed: Text }
/** As it is printed: in Chinese, with the English beside it. */
type Advised<T extends Told> = Omit<T, keyof Told> &
  Record<keyof Told, string> & { label: Text; advice: Text; en: Record<keyof Told, string> }

/** `outcomes`: every relation with its verdict, good ones too; `found`: how many are faults. */
export type FiguresChecked = { file: string; outcomes: Advised<Outcome>[]; found: number }

/** `proposals` wait for an officer and are not checked. */
export type TextChecked = {
  file: string
  findings: Advised<TextFinding>[]
  proposals: Proposal[]
  found: number
}

/** Undefined unless one of the two options is given. */
export function checkFile({ options }: AloneCall): Promise<FiguresChecked | TextChecked> | undefined {
  const { figures, text } = options
  if (figures !== undefined && text !== undefined)
    throw platformProblems.usage({ what: 'check --figures <file> | --text <file>' })
  if (typeof figures === 'string') return checkFigures(figures)
  return typeof text === 'string' ? checkWords(text) : undefined
}

async function checkFigures(path: string): Promise<FiguresChecked> {
  const file = basename(path)
  const upload = await readUpload(await bytesOf(path), file)
  if (upload.kind === 'text') throw platformProblems.usage({ what: 'check --text <file>' })
  const outcomes = runSet(upload.kind === 'set' ? upload.set : sheetSet(file, upload.rows)).map(advised)
  return { file, outcomes, found: outcomes.filter(({ verdict }) => isFault(verdict)).length }
}

async function checkWords(path: string): Promise<TextChecked> {
  const file = basename(path)
  const upload = await readUpload(await bytesOf(path), file)
  if (upload.kind !== 'text') throw platformProblems.usage({ what: 'check --figures <file>' })
  const findings = checkText(upload.text, upload).map(advised)
  return { file, findings, proposals: readFigures(upload.text).proposals, found: findings.length }
}

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw platformProblems.usage({ what: `<file>: ${path}` })
  })
}

const none: Text = { zh: '', en: '' }

function advised<T extends Told & { rule: string }>({ place, stated, computed, ...one }: T): Advised<T> {
  const rule = ruleOf(one.rule)
  return {
    ...one,
    label: rule?.label ?? none,
    advice: rule?.advice ?? none,
    place: place.zh,
    stated: stated.zh,
    computed: computed.zh,
    en: { place: place.en, stated: stated.en, computed: computed.en },
  }
}

/** For people: a line a finding. */
export function showChecked(result: FiguresChecked | TextChecked, locale: Locale = 'zh'): string {
  const lines =
    'outcomes' in result ? result.outcomes.filter(({ verdict }) => isFault(verdict)) : result.findings
  const waiting = 'proposals' in result ? result.proposals.length : 0
  const words = [
    ...lines.map(lineOf),
    ...(waiting > 0 ? [waitingWords(waiting)] : []),
    t(`共 ${result.found} 处。`, `${result.found} in all.`),
  ]
  return words.map((line) => say(line, locale)).join('\n')
}

function lineOf({
  rule,
  label,
  verdict,
  place,
  stated,
  computed,
  en,
}: Advised<Told & { rule: string; verdict: Verdict }>): Text {
  const { zh, en: inEnglish } = verdictTexts[verdict]
  return t(
    `${rule} ${label.zh}　${zh}　${place}：${stated}　${computed}`,
    `${rule} ${label.en}  ${inEnglish}  ${en.place}: ${en.stated}  ${en.computed}`,
  )
}

function waitingWords(count: number): Text {
  return t(
    `另有 ${count} 条数的关系待人确认（--json 可见）。`,
    `${count} relations between figures wait for somebody to confirm them (see --json).`,
  )
}
