import type { Browser, BrowserContext } from 'playwright-core'

export function findBrowser(): string | undefined
export function openBrowser(profile: string, options?: object): Promise<BrowserContext>
export function launchBrowser(): Promise<Browser>
