/** The bank's reply: who was paid, who was not and why (回盘). Read as it comes: GB18030 or UTF-8, CSV or Excel. */

import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { Fen } from '#kernel'
import { fen, isProblem, parseYuan } from '#kernel'
import { batchProblems } from './problems.ts'

export type ReturnLine = {
  row: number
  line: number
  card: string
  amount: Fen
  paid: boolean
  words: string
  bankRef: string
}
export type ReturnFile = { number: string; count: number; total: Fen; lines: ReturnLine[] }

const columns = {
  line: ['序号'],
  card: ['账号', '卡号'],
  amount: ['金额', '实发'],
  result: ['结果', '状态', '处理结果'],
  words: ['原因', '失败原因', '退票原因'],
  bankRef: ['流水号', '银行流水'],
} as const

/** Reads a reply. Throws batch.unreadable, batch.noHead, batch.badRow with the row. */
export async function readReturn(bytes: Buffer): Promise<ReturnFile> {
  const cells = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await sheetRows(bytes) : csvRows(bytes)
  const head = cells.findIndex((row) => row.includes('序号'))
  const control = controlOf(cells.slice(0, Math.max(0, head)))
  if (head < 0 || !control) throw batchProblems.noHead()
  const places = placesOf(cells[head] ?? [])
  const lines = cells.flatMap((row, i) =>
    i > head && row.some((cell) => cell !== '') ? [lineOf(row, places, i + 1)] : [],
  )
  return { ...control, lines }
}

function csvRows(bytes: Buffer): string[][] {
  try {
    const text = decode(bytes)
    return (parse(text, { relaxColumnCount: true, bom: true, skipEmptyLines: true }) as string[][]).map(
      (row) => row.map((cell) => cell.trim()),
    )
  } catch {
    throw batchProblems.unreadable()
  }
}

/** UTF-8 if it is valid UTF-8, else GB18030: Chinese bytes of the one are hardly ever valid in the other. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

async function sheetRows(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  try {
    // exceljs wants an ArrayBuffer-like of its own typing; a Buffer is one.
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
  } catch {
    throw batchProblems.unreadable()
  }
  const rows: string[][] = []
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const values: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => void values.push(cell.text.trim()))
    rows.push(values)
  })
  return rows
}

/** `批次号, X, 总笔数, N, 总金额, S` anywhere above the table. */
function controlOf(rows: string[][]): { number: string; count: number; total: Fen } | undefined {
  const flat = rows.flat()
  const after = (name: string) => flat[flat.findIndex((cell) => cell.replace(/[:：]$/, '') === name) + 1]
  const [number, count, total] = [after('批次号'), after('总笔数'), after('总金额')]
  if (!number || !/^\d+$/.test(count ?? '') || total === undefined) return undefined
  return { number, count: Number(count), total: amountOf(total) ?? fen(-1) }
}

type Places = Record<keyof typeof columns, number>

function placesOf(head: readonly string[]): Places {
  const entries = Object.entries(columns).map(([key, names]) => [
    key,
    head.findIndex((cell) => (names as readonly string[]).includes(cell)),
  ])
  const places = Object.fromEntries(entries) as Places
  if ([places.line, places.card, places.amount, places.result].some((place) => place < 0))
    throw batchProblems.noHead()
  return places
}

const paidWords = ['成功', '已付', '0000', '交易成功', '代发成功', '入账成功']

function lineOf(row: readonly string[], places: Places, at: number): ReturnLine {
  const cell = (key: keyof Places) => (places[key] < 0 ? '' : (row[places[key]] ?? ''))
  const amount = amountOf(cell('amount'))
  const line = Number(cell('line'))
  if (amount === undefined || !Number.isInteger(line) || cell('result') === '')
    throw batchProblems.badRow({ row: at })
  const paid = paidWords.includes(cell('result'))
  return {
    row: at,
    line,
    card: cell('card'),
    amount,
    paid,
    words: paid ? '' : cell('words') || cell('result'),
    bankRef: cell('bankRef'),
  }
}

function amountOf(text: string): Fen | undefined {
  try {
    return parseYuan(
      text
        .replaceAll(',', '')
        .replace(/^'/, '')
        .replace(/^(-?\d+\.\d)$/, (short) => `${short}0`),
    )
  } catch (thrown) {
    if (isProblem(thrown)) return undefined
    throw thrown
  }
}
