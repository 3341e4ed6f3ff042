// The files of a tree, without what is installed, built or stored.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'coverage'])

/** Paths of all files under `root/place`, relative to `root`, with forward slashes, sorted. */
export function filesUnder(root, place = '') {
  const entries = readdirSync(join(root, place), { withFileTypes: true })
  return entries.flatMap((entry) => filesOf(root, place, entry)).sort()
}

function filesOf(root, place, entry) {
  const path = place ? `${place}/${entry.name}` : entry.name
  if (entry.isDirectory()) return isOurs(entry.name, place) ? filesUnder(root, path) : []
  return entry.isFile() ? [path] : []
}

/** `data` is only the store at the top; a folder of that name deeper down is code. */
function isOurs(name, place) {
  return !notOurs.has(name) || (name === 'data' && place !== '')
}
