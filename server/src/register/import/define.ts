/** `defineImport`: what a system knows about the rosters of one register beyond the labels of its fields. Data only. */

export type ImportDeclaration = {
  register: string
  /** Further headings by field. */
  heads?: Readonly<Record<string, readonly string[]>>
  /** Headings that are no facts: 序号. */
  ignore?: readonly string[]
  /** Words for choices by field: `{ relation: { 长子: 'child' } }`. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Rows of another register that the roster implies. */
  derive?: readonly Derivation[]
}

/**
 * From the rows that name the same key in the reference field `from`, one row of its register is made if there is none:
 * `values` takes fields of the row in which `where` holds (else of the first), `count` gets the number of rows.
 */
export type Derivation = {
  from: string
  values: Readonly<Record<string, string>>
  where?: { field: string; is: string }
  count?: string
}

export function defineImport(declaration: ImportDeclaration): ImportDeclaration {
  return declaration
}
