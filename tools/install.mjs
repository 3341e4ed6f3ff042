// Installs what is missing. Runs on any Node >= 20 before anything is there, so it uses built-ins only.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const pinned = join(root, 'node_modules', '.bin', 'node')

/**
 * The Node that everything after the installation runs on: the pinned one, or, where npm has none for this
 * system (macOS), the running one if it is new enough (24.7 brings argon2); else ends the process.
 */
export function nodeProgram() {
  if (existsSync(pinned)) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath
  console.error(
    `本系统需要自备 Node 24.7 或更高版本，现在是 ${process.versions.node}。 / this system needs a Node of its own, 24.7 or newer`,
  )
  process.exit(1)
}

/** Runs `npm ci` unless what is installed is what package-lock.json says; ends the process if that does not work. */
export function installMissing() {
  if (isInstalled()) return
  console.log('首次运行，正在安装所需软件包（约一分钟）…… / installing the parts, about a minute')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: npmEnvironment(),
    stdio: 'inherit',
  })
  if (done.status === 0 && isInstalled()) return
  const why = done.error?.message ?? `npm ci: ${done.status}`
  console.error(
    `软件包没有装好（${why}）。请检查网络和目录权限后重新运行。 / the parts could not be installed: check network and folder permissions, then run again`,
  )
  process.exit(1)
}

/** npm writes its own list of what it installed as the last step: an interrupted run has none. */
function isInstalled() {
  const done = packagesOf('node_modules/.package-lock.json')
  const wanted = Object.entries(packagesOf('package-lock.json') ?? {})
  if (!done) return false
  return wanted
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, { version, optional }]) => (done[path] ? done[path].version === version : optional))
}

function packagesOf(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/** Without the folder that npm is about to replace on PATH, and with a cache that can be written. */
function npmEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  const env = { ...process.env, PATH: path.join(delimiter) }
  return homeIsWritable() ? env : { ...env, npm_config_cache: join(root, '.cache', 'npm') }
}

function homeIsWritable() {
  try {
    const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
    return true
  } catch {
    return false
  }
}
