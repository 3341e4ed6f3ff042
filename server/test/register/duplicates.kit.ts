/** What tests of duplicates do again and again: a county with its doors, two records of one person, the input of a merge. */
import { day } from '#kernel'
import { accountsHeld } from '#ledger'
import type { Actor, AnyOperation } from '#platform'
import { duplicateOperations } from '#register'
import { addPerson, type Books, openBooks, registers } from './books.ts'

export type Row = { id: number; version: number }
export const born = day('1963-07-15')

export async function openDuplicates() {
  const books = await openBooks()
  const doors = new Map<string, AnyOperation>(
    duplicateOperations({ registers, ports: { accounts: accountsHeld } }).map((op) => [
      op.name,
      op as AnyOperation,
    ]),
  )
  return {
    books,
    /** A door of duplicates, as http would run it. `as`: each test says what it expects of the output. */
    door: <T>(actor: Actor, name: string, input: unknown) =>
      books.call(actor, doors.get(name) as AnyOperation, input) as Promise<T>,
    twoOf: (name: string, more: object = {}, less: object = {}) => twoOf(books, name, [more, less]),
  }
}

/** Two records of one name and birthday; the second has no number unless it is given. */
function twoOf(books: Books, name: string, [more, less]: readonly [object, object]) {
  return books.work(async (ctx) => ({
    kept: (await addPerson(ctx, name, { birthDate: born, ...more })) as unknown as Row,
    gone: (await addPerson(ctx, name, { birthDate: born, idNumber: null, ...less })) as unknown as Row,
  }))
}

export function asked({ kept, gone }: { kept: Row; gone: Row }, taken: string[] = []) {
  return {
    register: 'person',
    keptId: kept.id,
    goneId: gone.id,
    keptVersion: kept.version,
    goneVersion: gone.version,
    taken,
    reason: '户口簿核对为同一人',
  }
}
