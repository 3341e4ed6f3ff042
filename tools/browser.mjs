// A headless browser of this machine, with a fresh profile, for pictures and browser tests.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where the browser of this machine is; undefined when there is none. */
export function findBrowser() {
  return places.find((place) => place && existsSync(place))
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens it on an empty profile folder; returns a playwright context. */
export async function openBrowser(profile, options = {}) {
  return chromium.launchPersistentContext(profile, {
    executablePath: neededBrowser(),
    headless: true,
    args,
    ...options,
  })
}

/** Opens it for several people at once: each gets a context of its own (`browser.newContext()`). */
export async function launchBrowser() {
  return chromium.launch({ executablePath: neededBrowser(), headless: true, args })
}

function neededBrowser() {
  const found = findBrowser()
  if (!found) throw new Error('no Chrome, Chromium or Edge found: install one, or set CHROME_PATH')
  return found
}
