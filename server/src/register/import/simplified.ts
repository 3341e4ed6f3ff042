/** Traditional to simplified characters (GEN-11). */
import { Converter } from 'opencc-js/t2cn'

let convert: ((text: string) => string) | undefined

/** The dictionary is unpacked with the first text that is asked for. */
export function simplified(text: string): string {
  const ready = convert ?? Converter({ from: 't', to: 'cn' })
  convert = ready
  return ready(text)
}
