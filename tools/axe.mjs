// Asks axe-core about an open page, by WCAG 2.1 A and AA.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Violations of a playwright page: `[{ id, impact, help, nodes: [{ target, failureSummary }] }]`. */
export async function axeReport(page) {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(await readFile(source, 'utf8'))
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'], // of what passed only the count is made ready, which is most of the work
    }),
  )
  return result.violations
}

/** One line for each place that a rule names. */
export function findings(violations) {
  return violations.flatMap((rule) =>
    rule.nodes.map(
      (node) =>
        `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`,
    ),
  )
}
