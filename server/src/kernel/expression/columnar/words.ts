/** Texts as numbers: options, texts and area codes stand in columns as codes of one list of words. */
export class Words {
  readonly #codes = new Map<string, number>()
  readonly #texts: string[] = []

  /** The number of a text; a new one gets the next number. */
  code(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.#codes.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  text(code: number): string {
    return this.#texts[code] ?? ''
  }
}
