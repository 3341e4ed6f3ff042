// What came with the page: the open rules as trees, the county's values, the questions.
import type { DatedBook, Inquiry, StoredTree, Wire } from 'xiangce/expression'
import { restore } from 'xiangce/expression'
import type { Citation, Text } from 'xiangce/kernel'

export type PublicInquiry = Inquiry & {
  readonly intro: Text
  readonly still?: Text
  readonly office: Text
  readonly papers: readonly Text[]
  readonly tells: Readonly<Record<string, Text>>
  readonly source: Citation
}
export type Group = { readonly id: string; readonly label: Text; readonly inquiries: readonly string[] }
export type PageData = {
  readonly today: string
  readonly groups: readonly Group[]
  readonly inquiries: ReadonlyMap<string, PublicInquiry>
}

type Carried = Omit<PageData, 'inquiries'> & {
  readonly inquiries: readonly (Omit<PublicInquiry, 'tree' | 'book'> & {
    tree: StoredTree
    book: DatedBook
  })[]
}

/** Reads the data element of the page. */
export function readPageData(text: string): PageData {
  const { inquiries, ...rest } = JSON.parse(text) as Carried // `as`: the server wrote it with the page
  return {
    ...rest,
    inquiries: new Map(inquiries.map((one) => [one.id, { ...one, tree: restore(one.tree) }])),
  }
}

export type { Wire }
