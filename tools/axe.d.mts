import type { Page } from 'playwright-core'

export type Violation = {
  id: string
  impact: string
  help: string
  nodes: { target: string[]; failureSummary?: string }[]
}

export function axeReport(page: Page): Promise<Violation[]>
export function findings(violations: readonly Violation[]): string[]
