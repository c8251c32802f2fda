import { type Page, expect } from '@playwright/test'
import { siteUrl } from '../tools/sites.mjs'
import { fencingTask, pages } from './addresses.ts'
import { test } from './course-test.ts'
import { noteLiveParts, pageIsLive } from './live.ts'

const editor = (page: Page) => page.getByRole('textbox', { name: /Your code/ })
const status = (page: Page) => page.locator('[data-task] [role="status"]').first()
const frames = (page: Page) => page.locator('iframe')

/** Puts code into the editor as a reader pastes it. */
async function write(page: Page, code: string) {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(code)
}

async function run(page: Page) {
  await page.getByRole('button', { name: /^Run it on/ }).click()
}

async function open(page: Page, path = fencingTask.path) {
  await page.goto(path)
  await pageIsLive(page)
  await expect(editor(page)).toBeVisible()
}

const SOLUTION =
  'function receive({ highest, token }) {\nif (token < highest) return { accept: false, highest }\nreturn { accept: true, highest: token }\n}'

test('the first code breaks on a schedule that can be played, and the right one holds on all @chromium', async ({
  page,
}) => {
  test.slow()
  await open(page)
  await expect(page.getByText('It opens here after your first run.')).toBeVisible()
  await run(page)
  await expect(status(page)).toContainText('no write of a replaced holder is taken', {
    timeout: 30_000,
  })
  const replay = page.getByRole('figure', { name: 'The schedule that breaks it' })
  const time = replay.getByRole('slider')
  const broken = Number(await time.inputValue())
  await replay.getByRole('button', { name: 'Step back' }).click()
  expect(Number(await time.inputValue())).toBeLessThan(broken)
  await page.getByText('Show it').click()
  await expect(page.getByText('if (token < highest)')).toBeVisible()

  await write(page, SOLUTION)
  await expect(status(page)).toContainText('Your code has changed since this run.')
  await run(page)
  await expect(status(page)).toContainText('It holds on all 400 schedules', { timeout: 60_000 })
  await expect(frames(page)).toHaveCount(0)

  // Nothing is lost on a reload, and the way back to the first code can be undone.
  await page.reload()
  await expect(editor(page)).toContainText('if (token < highest)')
  await expect(page.getByText('solved')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the first code' }).click()
  await expect(editor(page)).toContainText('accept: true, highest: token')
  await expect(editor(page)).not.toContainText('if (token < highest)')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(editor(page)).toContainText('if (token < highest)')
})

test('what one tab writes, another has too @chromium', async ({ page, context }) => {
  await open(page)
  const other = await context.newPage()
  await noteLiveParts(other)
  await open(other)
  await write(page, 'const first = 1')
  await expect(editor(other)).toContainText('const first = 1')
  await write(other, 'const second = 2')
  await expect(editor(page)).toContainText('const second = 2')
})

// Firefox’s driver inserts a text with one line more, so that lines are counted in Chromium.
test.describe('bad code ends with a message', () => {
  for (const [name, code, message] of [
    [
      'a loop without an end @chromium',
      'function receive() {\n  for (;;) {}\n}',
      'Line 2. A loop went round',
    ],
    [
      'an exception @chromium',
      'function receive() {\n\n  return nobody.home\n}',
      /Line 3. receive threw an error: .*nobody/,
    ],
    ['no JavaScript @chromium', 'function receive( {', 'The browser cannot read it'],
    ['no function @chromium', 'const other = 1', 'There is no function receive'],
    ['a wrong answer @chromium', 'function receive() { return true }', 'receive gave back true'],
    [
      'a list that grows',
      'function receive() {\n  const all = []\n  for (;;) all.push(new Array(100000).fill(all))\n}',
      'It made more than',
    ],
    [
      'a network @chromium',
      "function receive() {\n  fetch('/')\n}",
      'Line 2. It reached for fetch',
    ],
    ['the page @chromium', 'function receive() {\n  return parent.document\n}', /parent/],
  ] as const)
    test(name, async ({ page }) => {
      test.slow()
      await open(page)
      await write(page, code)
      await run(page)
      await expect(status(page)).toContainText(message, { timeout: 30_000 })
      await expect(frames(page)).toHaveCount(0)
    })

  test('a call that no counting stops is ended, and the page answers meanwhile', async ({
    page,
  }) => {
    test.slow()
    await open(page)
    // Exponential in a regular expression: no loop of the reader's, and no end.
    await write(page, "function receive() {\n  /^(a+)+$/.test('a'.repeat(50) + 'b')\n}")
    await run(page)
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    await page.getByText('Hint 1').click()
    await expect(page.getByText('A holder writes many times under one token.')).toBeVisible()
    await expect(status(page)).toContainText('Nothing was heard from it for 3 s', {
      timeout: 30_000,
    })
    await expect(frames(page)).toHaveCount(0)
  })

  test('a run can be stopped @chromium', async ({ page }) => {
    await open(page)
    await write(page, "function receive() {\n  /^(a+)+$/.test('a'.repeat(50) + 'b')\n}")
    await run(page)
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(status(page)).toHaveText('Stopped.')
    await expect(frames(page)).toHaveCount(0)
  })
})

test.describe('the sandbox', () => {
  test.use({
    tolerated: /policy|Content Security Policy|Content-Security-Policy|blocked|SecurityError/i,
  })

  test('has no network, no storage and no way to the page, by its own policy', async ({ page }) => {
    test.slow()
    await open(page)
    const own = await page.evaluate(async () => {
      const seen = new Promise<{ src: string; sandbox: string | null }>((resolve) => {
        new MutationObserver(() => {
          const frame = document.querySelector('iframe')
          if (frame) resolve({ src: frame.src, sandbox: frame.getAttribute('sandbox') })
        }).observe(document.body, { childList: true })
      })
      const button = [...document.querySelectorAll('button')].find((one) =>
        one.textContent?.startsWith('Run it'),
      )
      button?.click()
      return seen
    })
    expect(own.sandbox).toBe('allow-scripts')
    // Another of the same, which stays.
    await page.evaluate(({ src, sandbox }) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', sandbox ?? '')
      frame.id = 'tried'
      frame.src = src
      document.body.append(frame)
    }, own)
    const handle = await page.waitForSelector('#tried', { state: 'attached' })
    const frame = await handle.contentFrame()
    if (!frame) throw new Error('the frame has no page')
    await frame.waitForLoadState()
    // A request that asks for no answer: only a policy refuses it.
    const found = await frame.evaluate(async (url) => {
      const tried = async (what: () => unknown) => {
        try {
          await what()
          return 'reached'
        } catch {
          return 'refused'
        }
      }
      const inWorker = await new Promise<string>((resolve) => {
        const code = `fetch('${url}', { mode: 'no-cors' }).then(() => postMessage('reached'), () => postMessage('refused'))`
        const worker = new Worker(URL.createObjectURL(new Blob([code])))
        worker.addEventListener('message', ({ data }) => resolve(String(data)))
      })
      return {
        origin: origin,
        inWorker,
        network: await tried(() => fetch(url, { mode: 'no-cors' })),
        storage: await tried(() => localStorage.length),
        page: await tried(() => parent.document.title),
        // oxlint-disable-next-line no-eval -- it must be refused
        text: await tried(() => (0, eval)('1')),
        policy: document.querySelector('meta[http-equiv]')?.getAttribute('content'),
      }
    }, siteUrl('root'))
    expect(found).toEqual({
      origin: 'null',
      inWorker: 'refused',
      network: 'refused',
      storage: 'refused',
      page: 'refused',
      text: 'refused',
      policy: expect.stringMatching(
        /^default-src 'none'; script-src 'sha256-[^']+'; worker-src blob:; base-uri 'none'; form-action 'none'$/,
      ),
    })
  })
})

test('the policy of the course is what it was, and one frame of its own @once', async ({
  page,
}) => {
  for (const { path } of [fencingTask, ...pages.slice(0, 2)]) {
    await page.goto(path)
    expect(
      await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
    ).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'none'",
    )
  }
})

test('the editor is left by Escape and Tab, and says so @chromium', async ({ page }) => {
  await open(page)
  await editor(page).focus()
  await page.keyboard.press('Tab')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Escape')
  // Nobody has to hurry.
  await page.waitForTimeout(2500)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Run it on/ })).toBeFocused()
})

test.describe('below a folder', () => {
  test.use({ baseURL: siteUrl('subfolder') })
  test('the sandbox is found @chromium', async ({ page }) => {
    test.slow()
    await open(page)
    await run(page)
    await expect(status(page)).toContainText('no write of a replaced holder', { timeout: 30_000 })
  })
})

test('other pages load nothing of it @once', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await page.goto(pages[0]?.path ?? '')
  await pageIsLive(page)
  await page.waitForLoadState('networkidle')
  expect(scripts.filter((url) => /Editor|Task|sandbox|implement/i.test(url))).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the task, the types and the first code are there @chromium', async ({ page }) => {
    await page.goto(fencingTask.path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fencingTask.heading)
    await expect(page.getByText('accept: boolean')).toBeVisible()
    await expect(page.getByText('accept: true, highest: token')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0)
  })
})
