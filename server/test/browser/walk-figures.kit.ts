/** Who is on the list of the walk, and what every sum must come to: computed here, by the catalogue's rules, with nothing of the program. */
import type { Listed } from '../../src/systems/demo/listed.ts'
import { canal } from '../../src/systems/demo/takings.data.ts'
import { seededCounty } from '../county.ts'
import { seededResidents } from './played.kit.ts'

export const taking = { ...canal, name: '石桥水渠地块' }
export const listed = choosePeople()
export const faulty: Listed = {
  ...(listed.spare as Listed),
  idNumber: wrongLast((listed.spare as Listed).idNumber),
}
export const above = listed.people.filter((one) => one.category === 'above')
export const failed = above[1] as Listed
export const objected = listed.people.find((one) => one.category === 'working') as Listed

/** A fifth of the catalogue's whole project (2.1): 8 (a), 17 (b), 5 (c), 50,000 each for (a) and (b), in fen. */
export const counts = { above: 8, working: 17, minor: 5 }
export const each = 50_000_00
export const total = (counts.above + counts.working) * each
export const transfers = {
  政府: (total * 30) / 100,
  集体: (total * 40) / 100,
  个人: (total * 30) / 100,
  风险准备金: (total * 5) / 100,
}
/** LS-10: of (a) the individual account holds what is not the government's. */
export const ownAbove = (each * 70) / 100
export const monthly = 240_00

export const yuan = (fen: number) =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
export const typed = (fen: number) => (fen / 100).toFixed(2)

/** 1.5 % of the year on each day's balance, rounded half-up once: opened on 18 November, a pension less from 10 December. */
export function interestOf(paid: boolean): number {
  const days = { opened: 13 + 31, paid: 22 }
  const products = paid ? ownAbove * days.opened - monthly * days.paid : each * days.opened
  return Math.floor((products * 15 * 2 + 365 * 1000) / (2 * 365 * 1000))
}

/** The first people of 石桥村 who are on no other list, until each category has as many as it should. */
function choosePeople(): { people: Listed[]; spare: Listed | undefined } {
  const { village, listed: before } = seededCounty.landTake
  const room: Record<Listed['category'], number> = { above: 8, working: 17, minor: 5 }
  const names = new Set<string>()
  const people: Listed[] = []
  let spare: Listed | undefined
  for (const one of (seededResidents().get(village) ?? []).slice(before)) {
    const category = categoryOf(one)
    if (!category || one.hukou !== 'agricultural' || names.has(one.name)) continue
    names.add(one.name)
    if (room[category] > 0) people.push({ ...one, category })
    else spare ??= { ...one, category }
    room[category] -= 1
  }
  return { people, spare }
}

/** LS-03 on the day of the taking; nobody near the age of pension, so that the months of this walk change no category. */
function categoryOf({ birthDate, sex }: { birthDate: string; sex: string }): Listed['category'] | undefined {
  const beforeBirthday = taking.takenOn.slice(5) < birthDate.slice(5) ? 1 : 0
  const age = Number(taking.takenOn.slice(0, 4)) - Number(birthDate.slice(0, 4)) - beforeBirthday
  if (age < 16) return 'minor'
  if (age >= (sex === 'male' ? 60 : 55)) return 'above'
  return age < 50 ? 'working' : undefined
}

/** The number with a last character that does not fit. */
function wrongLast(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
}
