// A first password that can be read out over the telephone: no characters that look alike.

const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'

/** `Kmwr-pq38-x`: fits the house's rules, is changed at the first sign-in. */
export function firstPassword(): string {
  const pick = (from: string, count: number) =>
    [...crypto.getRandomValues(new Uint32Array(count))].map((n) => from[n % from.length]).join('')
  return `${pick(letters.toUpperCase(), 1)}${pick(letters, 3)}-${pick(letters, 3)}${pick(digits, 3)}-${pick(letters, 2)}`
}
