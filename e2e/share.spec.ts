import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { circuitBreaker, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { figure, reading, slider } from './figure.ts'
import { figureIsLive } from './live.ts'

const share = (page: Page) => page.getByRole('dialog', { name: 'Share this state' })

async function openShare(page: Page) {
  await page.getByRole('button', { name: 'Share and export' }).click()
  await expect(share(page).getByRole('img', { name: 'QR code of this state' })).toBeVisible()
}

async function download(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    share(page).getByRole('button', { name }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('the link brings back exactly the state, the time and what was done @chromium', async ({
  page,
}) => {
  await page.goto('en/w/single-point/?scene=your-turn')
  await figureIsLive(page, 'single-point')
  await page.getByRole('button', { name: 'To the start' }).click()
  await page.getByRole('button', { name: 'One step on' }).click()
  await page.getByRole('button', { name: 'Kill A' }).click()
  const description = (await page.getByRole('img').first().getAttribute('aria-label')) ?? ''
  const time = (await page.locator('output').last().textContent()) ?? ''
  await openShare(page)
  const link = await share(page).getByRole('textbox', { name: 'Link' }).inputValue()
  expect(link).toMatch(/\/w\/single-point\/\?v=1&.*do=\d+-kill-a/)
  expect(link.length).toBeLessThanOrEqual(2000)
  await page.goto(link)
  await expect(page.getByRole('img').first()).toHaveAttribute('aria-label', description)
  await expect(page.locator('output').last()).toHaveText(time)
})

test('a figure leaves as picture and as tables @chromium', async ({ page }) => {
  await page.goto(circuitBreaker.path)
  await figureIsLive(page, 'circuit-breaker')
  await openShare(page)
  const svg = await download(page, 'Picture, SVG')
  const text = svg.bytes.toString('utf8')
  expect(svg.name).toBe('circuit-breaker.svg')
  expect(text).toContain('<title>The circuit breaker at work</title>')
  // What stands in the file stands there for programs that know neither the page nor its colours.
  expect(text).not.toMatch(/var\(--|oklch\(|class="/)
  const png = await download(page, 'Picture, PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  // The width stands in the header of a PNG, at byte 16: twice that of the page.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1200)
  const events = await download(page, 'Events, CSV')
  expect(events.bytes.toString('utf8')).toMatch(/^\ufeffTime \(ms\),What happens\r\n\d+,/)
  const data = await download(page, 'Data, CSV')
  // One line for each call, under one of names; so many calls, says the figure.
  const [names, ...calls] = data.bytes.toString('utf8').trimEnd().split('\r\n')
  expect(names).toMatch(/^\ufeffCall,Came \(ms\),/)
  const said = await page.getByRole('img').first().getAttribute('aria-label')
  expect(said).toContain(`Of ${calls.length} calls`)
})

test('the dialog is closed by Escape, and the focus is where it was', async ({ page }) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  await openShare(page)
  await page.keyboard.press('Escape')
  await expect(share(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Share and export' })).toBeFocused()
})

test('a figure in somebody’s page tells of itself, and shows what it is asked for', async ({
  page,
}) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  await openShare(page)
  const snippet = await share(page)
    .getByRole('textbox', { name: 'To stand in a page of yours' })
    .inputValue()
  // A page of somebody else: no policy of ours, and nothing on it but what was pasted.
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title>' }),
  )
  await page.goto('host.html')
  await page.evaluate(() => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    addEventListener('message', (event) => heard.push(event.data))
  })
  await page.evaluate((html) => {
    document.body.innerHTML = html
  }, snippet)
  const heard = (type: string) =>
    page.evaluate(
      (wanted) =>
        (Reflect.get(window, 'heard') as { type?: string }[]).filter(({ type: t }) => t === wanted),
      `still-flying:${type}`,
    )
  const frame = page.frameLocator('iframe')
  await expect.poll(async () => (await heard('ready')).length).toBe(1)
  expect(await heard('ready')).toEqual([
    { version: 1, type: 'still-flying:ready', widget: 'redundancy-paradox', query: 'v=1' },
  ])
  await expect.poll(async () => (await heard('resize')).length).toBeGreaterThan(0)
  await frame.getByRole('slider', { name: 'Failover works', exact: true }).press('ArrowRight')
  await expect
    .poll(() => heard('state'))
    .toContainEqual({
      version: 1,
      type: 'still-flying:state',
      widget: 'redundancy-paradox',
      query: 'v=1&failover=0.51',
    })
  const ask = (message: unknown) =>
    page.evaluate((sent) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(sent, '*')
    }, message)
  await ask({ type: 'still-flying:show', query: 7 })
  await ask({ type: 'still-flying:show', query: 'scene=router-in-path' })
  await expect(frame.getByText('50,095')).not.toHaveCount(0)
  // Who asks for more than there is learns what is shown instead.
  await ask({ type: 'still-flying:show', query: 'failover=7' })
  await expect
    .poll(async () => (await heard('state')).at(-1))
    .toMatchObject({ query: 'v=1&failover=1' })
})

test('only the page to be framed may be framed by anybody @once', async ({ request }) => {
  const policy = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy']
  expect(await policy('embed/redundancy-paradox/')).toBe('frame-ancestors *')
  expect(await policy('en/embed/redundancy-paradox/')).toBe('frame-ancestors *')
  expect(await policy('w/redundancy-paradox/')).toBe("frame-ancestors 'self'")
})

test('a figure goes to the wall as it stands', async ({ page, context }) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  await slider(page, 'Failover works').press('ArrowRight')
  await expect(reading(page, 'Failures')).toHaveText('4,951 per million')
  const [wall] = await Promise.all([
    context.waitForEvent('page'),
    figure(page).getByRole('link', { name: 'Present' }).click(),
  ])
  await expect(wall.getByText('4,951')).not.toHaveCount(0)
  await expect(wall).toHaveURL(/\/present\/redundancy-paradox\/\?failover=0\.51$/)
})
