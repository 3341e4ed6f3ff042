/** A heading in the form in which headings are compared. */
import { foldName } from '#kernel'
import { simplified } from '../simplified.ts'

/** `公民 身份\n号码（18位）` -> `公民身份号码`: no blanks, no brackets with remarks, no colon, small letters. */
export function headKey(text: string): string {
  const folded = foldName(text.replace(/[\r\n]+/g, ''), simplified).text
  return folded
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    .replace(/[\s:：*＊·、/]/g, '')
    .toLowerCase()
}
