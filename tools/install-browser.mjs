// Brings a browser where there is none and we may install one: root on Debian.
import { spawnSync } from 'node:child_process'

/** Installs Chromium and Chinese fonts; says what to do where that cannot be done (the browser tests then fail). */
export function installBrowser() {
  if (process.getuid?.() === 0 && has('apt-get') && install()) return
  console.log(
    '没有找到 Chrome、Chromium 或 Edge，浏览器测试将不通过。请安装其中之一，或用 CHROME_PATH 指明位置。 / no browser found: install Chrome, Chromium or Edge, or set CHROME_PATH; the browser tests fail without it',
  )
}

function install() {
  console.log('正在安装 Chromium…… / installing Chromium for the browser tests')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-y', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  apt('update')
  return apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk').status === 0
}

function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
