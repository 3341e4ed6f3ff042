/** A county's roster as a file on disk: one .csv, or one .xlsx with a sheet for each village and its texts shared, as Excel writes them. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import { civil } from '#kernel'
import { type DemoPerson, demoPeople, newIssuer } from '../src/systems/population/demo/people.ts'
import { type DemoVillage, demoVillages } from '../src/systems/population/demo/villages.ts'

const heads = [
  '序号',
  '户编号',
  '与户主关系',
  '姓名',
  '性别',
  '出生日期',
  '公民身份号码',
  '户口性质',
  '村民小组',
  '联系电话',
]
const groups = ['一组', '二组', '三组', '四组', '五组', '六组']
const hukou = { agricultural: '农业', 'non-agricultural': '非农业' }

type Village = { village: DemoVillage; people: readonly DemoPerson[] }

/** The 65 villages of the demo county, the persons shared evenly; a village at a time, so that a million fit. */
function* villagesOf(persons: number): Generator<Village> {
  const villages = demoVillages()
  const issuer = newIssuer('990199')
  for (const [at, village] of villages.entries()) {
    const share = (n: number) => Math.floor((persons * n) / villages.length)
    const population = share(at + 1) - share(at)
    if (population === 0) continue
    const labour = Math.round(population * 0.525)
    yield { village, people: demoPeople({ code: village.code, population, labour }, issuer) }
  }
}

function cellsOf(person: DemoPerson, at: number): (string | number | null)[] {
  return [
    at + 1,
    person.household,
    person.relation,
    person.name,
    person.sex === 'male' ? '男' : '女',
    writtenDay(person, at),
    person.idNumber,
    hukou[person.hukou],
    groups[Number(person.group.slice(-3)) - 1] ?? null,
    person.phone,
  ]
}

/** Clerks write days as they like: most as 1963-07-15, some as 1963.7.15 or 1963年7月15日. */
function writtenDay({ birthDate }: DemoPerson, at: number): string {
  const { year, month, day } = civil(birthDate)
  if (at % 11 === 3) return `${year}.${month}.${day}`
  return at % 17 === 5 ? `${year}年${month}月${day}日` : birthDate
}

export async function writeCsv(path: string, persons: number): Promise<void> {
  const out = createWriteStream(path)
  out.write(`\ufeff${['村', ...heads].join(',')}\r\n`)
  for (const { village, people } of villagesOf(persons))
    out.write(
      people
        .map(
          (person, at) => `${[village.name, ...cellsOf(person, at)].map((cell) => cell ?? '').join(',')}\r\n`,
        )
        .join(''),
    )
  await finished(out.end())
}

/** Sheet by sheet, so that the writer is no larger than a village and the shared texts. */
export async function writeXlsx(path: string, persons: number): Promise<void> {
  const zip = zipWriter(path)
  const texts = sharedTexts()
  const names: string[] = []
  for (const { village, people } of villagesOf(persons)) {
    names.push(village.name)
    const rows = [heads, ...people.map(cellsOf)].map((cells, at) => rowXml(cells, at + 1, texts.number))
    zip.add(`xl/worksheets/sheet${names.length}.xml`, `${sheetHead}${rows.join('')}</sheetData></worksheet>`)
  }
  zip.add('xl/sharedStrings.xml', texts.xml())
  for (const [name, xml] of frame(names)) zip.add(name, xml)
  await zip.end()
}

const space = 'http://schemas.openxmlformats.org'
const main = `xmlns="${space}/spreadsheetml/2006/main"`
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheetHead = `${declaration}<worksheet ${main}><sheetData>`

function rowXml(
  cells: readonly (string | number | null)[],
  row: number,
  shared: (text: string) => number,
): string {
  const inner = cells.map((cell, at) => {
    const address = `${String.fromCharCode(65 + at)}${row}`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
    return `<c r="${address}" t="s"><v>${shared(cell)}</v></c>`
  })
  return `<row r="${row}" spans="1:${cells.length}">${inner.join('')}</row>`
}

function sharedTexts() {
  const numbers = new Map<string, number>()
  return {
    number: (text: string) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    xml: () => {
      const parts = [Buffer.from(`${declaration}<sst ${main} uniqueCount="${numbers.size}">`)]
      let some = ''
      for (const text of numbers.keys()) {
        some += `<si><t>${text}</t></si>`
        if (some.length < 1_000_000) continue
        parts.push(Buffer.from(some))
        some = ''
      }
      return Buffer.concat([...parts, Buffer.from(`${some}</sst>`)])
    },
  }
}

/** What stands around the sheets. */
function frame(names: readonly string[]): [string, string][] {
  const links = `${space}/officeDocument/2006/relationships`
  const types = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  const targets = names.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${links}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const relations = (inner: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  return [
    [
      'xl/workbook.xml',
      `${declaration}<workbook ${main} xmlns:r="${links}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        `${targets.join('')}<Relationship Id="t" Type="${links}/sharedStrings" Target="sharedStrings.xml"/>`,
      ),
    ],
    [
      '_rels/.rels',
      relations(`<Relationship Id="b" Type="${links}/officeDocument" Target="xl/workbook.xml"/>`),
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types.join('')}</Types>`,
    ],
  ]
}

function zipWriter(path: string) {
  const out = createWriteStream(path)
  const directory: Buffer[] = []
  let offset = 0
  const write = (...parts: Buffer[]) => {
    for (const part of parts) {
      out.write(part)
      offset += part.length
    }
  }
  return {
    add: (name: string, content: string | Buffer) => {
      const raw = Buffer.from(content as string)
      const data = deflateRawSync(raw, { level: 1 })
      const common = entryHead(name, { raw, data })
      const tail = Buffer.alloc(14)
      tail.writeUInt32LE(offset, 10)
      directory.push(Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name))
      write(Buffer.from('504b0304', 'hex'), common, Buffer.from(name), data)
    },
    end: async () => {
      const all = Buffer.concat(directory)
      const end = Buffer.alloc(22)
      end.writeUInt32LE(0x06054b50, 0)
      end.writeUInt16LE(directory.length / 4, 8)
      end.writeUInt16LE(directory.length / 4, 10)
      end.writeUInt32LE(all.length, 12)
      end.writeUInt32LE(offset, 16)
      write(all, end)
      await finished(out.end())
    },
  }
}

function entryHead(name: string, { raw, data }: { raw: Buffer; data: Buffer }): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x800, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(raw), 10)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(raw.length, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}
