import { defineConfig } from '@playwright/test'
import { findChromium, findFirefox } from './tools/browsers.mjs'
import { claimPorts, sites, siteUrl } from './tools/sites.mjs'

await claimPorts()
const chromium = await findChromium()
// NO_FIREFOX=1 leaves it out, for a quick round during work.
const firefox = process.env['NO_FIREFOX'] ? null : await findFirefox()

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 30_000,
  // Past this something hangs: stop, report, and let the closing line be printed.
  globalTimeout: 16 * 60_000,
  reporter: [['list'], ['json', { outputFile: '.build/reports/e2e.json' }]],
  use: {
    baseURL: siteUrl('root'),
    locale: 'en-GB',
    // A trace of every test costs a quarter of the time; `--trace on` makes one where it is wanted.
    screenshot: 'only-on-failure',
  },
  // A title says where a test runs: @chromium what measures or needs Chromium itself, @once what
  // no browser can change, such as the answer of the server. Firefox runs everything else.
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          args: chromiumArguments,
          ...(chromium ? { executablePath: chromium } : {}),
        },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            grepInvert: /@chromium|@once/,
            use: {
              browserName: 'firefox' as const,
              ...(firefox.channel ? { channel: firefox.channel } : {}),
              launchOptions: { executablePath: firefox.path },
            },
          },
        ]
      : []),
  ],
  webServer: sites.map(({ name, dir, base }) => ({
    command: `node tools/serve.mjs --dir ${dir} --base ${base} --port ${new URL(siteUrl(name)).port}`,
    // Waits for the port alone: a site that was not built yet answers 404, and the tests say so.
    port: Number(new URL(siteUrl(name)).port),
    reuseExistingServer: false,
    timeout: 20_000,
  })),
})
