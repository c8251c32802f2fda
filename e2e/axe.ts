import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Puts axe into a page; the page's own policy refuses it unless the context bypasses that. */
export const bringAxe = (page: Page) => page.addScriptTag({ content: source })

/** What axe finds wrong with the page as it stands: one line for each element. */
export const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const tool: typeof axe = Reflect.get(window, 'axe')
    const found = await tool.run(document, { resultTypes: ['violations'] })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  })
