import { expect, test as plain } from '@playwright/test'
import { noteLiveParts } from './live.ts'

/**
 * A test that also fails when the browser complains: an uncaught error (a failed hydration is
 * one), an error on the console, a violation of the page's own security policy, or a request to
 * another host. `tolerated` names complaints that a test provokes.
 */
export const test = plain.extend<{ readonly tolerated: RegExp; readonly quiet: void }>({
  tolerated: [/^$/, { option: true }],
  quiet: [
    async ({ page, baseURL, browserName, tolerated }, use, info) => {
      const complaints: string[] = []
      const home = new URL(baseURL ?? '').origin
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
      })
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (origin !== home && !/^(data|blob|about):$/.test(protocol))
          complaints.push(`another host: ${request.url()}`)
      })
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`),
        )
      })
      await noteLiveParts(page)
      await use()
      // The screenshot of a failure puts a style into the page, which the page's policy refuses.
      if (info.status !== info.expectedStatus) return
      // Firefox says no more than this of a script that was still on its way when the page was
      // left; and it lays out a formula whose second half the parser has not read yet.
      const cutOff =
        browserName === 'firefox'
          ? /^console: Error$|^uncaught: (hydrate: the page has no #app$|error loading dynamically imported module|Incorrect number of children for <m)/
          : /^$/
      expect(
        complaints.filter((complaint) => !tolerated.test(complaint) && !cutOff.test(complaint)),
        'the browser has nothing to complain about',
      ).toEqual([])
    },
    { auto: true },
  ],
})
