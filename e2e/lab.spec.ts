import { type Page, expect } from '@playwright/test'
import { bringAxe, violations } from './axe.ts'
import { laboratory, mission } from './addresses.ts'
import { test } from './course-test.ts'
import { pageIsLive } from './live.ts'
import { sidewaysScroll } from './sideways-scroll.ts'
import { typeInto } from './type-into.ts'

const bench = (page: Page) => page.locator('[data-laboratory]')
const command = (page: Page, shell = 1) =>
  page.getByRole('textbox', { name: `Command for terminal ${shell}` })
const output = (page: Page, shell = 1) =>
  page.getByRole('log', { name: `Output of terminal ${shell}` })
const picture = (page: Page) => bench(page).getByRole('img').first()
const things = (page: Page) => page.getByRole('combobox', { name: 'Do something to' })
const time = (page: Page) => page.getByRole('slider', { name: 'Time' })

async function open(page: Page, path = laboratory.path) {
  await page.goto(path)
  await pageIsLive(page)
  await expect(command(page)).toBeVisible()
}

async function type(page: Page, line: string, shell = 1) {
  await typeInto(command(page, shell), line)
  await command(page, shell).press('Enter')
}

test('commands are answered, a node is switched off by keyboard, and time is wound back', async ({
  page,
}) => {
  test.slow()
  await open(page)
  await type(page, 'kubectl create namespace redundancy-lab')
  await expect(output(page)).toContainText('namespace/redundancy-lab created')
  await type(page, 'kubectl apply -f web-app.yaml')
  await expect(output(page)).toContainText('deployment.apps/web-app created')
  await page.getByRole('button', { name: '10×' }).click()
  await expect(picture(page)).toHaveAccessibleName(/3 pods: 3 ready/, { timeout: 20_000 })

  await things(page).focus()
  await things(page).selectOption('node node-1')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Switch its power off' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picture(page)).toHaveAccessibleName(/node-1: off; the API says Ready/)
  await page.getByRole('button', { name: '60×' }).click()
  await expect(picture(page)).toHaveAccessibleName(/node-1: off; the API says NotReady/, {
    timeout: 20_000,
  })
  await page.getByRole('button', { name: 'Pause' }).click()

  await time(page).focus()
  await page.keyboard.press('Home')
  await expect(picture(page)).toHaveAccessibleName(/All 3 nodes are Ready. No pods./)
  await expect(output(page)).toHaveText('')
  await page.keyboard.press('End')
  await expect(output(page)).toContainText('deployment.apps/web-app created')
})

test('what is done in the past replaces what came after, and can be taken back @chromium', async ({
  page,
}) => {
  await open(page)
  await type(page, 'kubectl create namespace one')
  await expect(output(page)).toContainText('namespace/one created')
  await page.getByRole('button', { name: 'Pause' }).click()
  await time(page).focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('You look at the past')).toBeVisible()
  await type(page, 'kubectl create namespace two')
  await expect(output(page)).toContainText('namespace/two created')
  await expect(output(page)).not.toContainText('namespace/one created')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(output(page)).toContainText('namespace/one created')
})

test('a terminal keeps what was typed, completes words, and is left by Escape and Tab @chromium', async ({
  page,
}) => {
  await open(page)
  await typeInto(command(page), 'kubectl get no')
  await command(page).press('Tab')
  await expect(command(page)).toHaveValue(/^kubectl get nodes? ?$/)
  await command(page).press('Enter')
  await expect(output(page)).toContainText('node-3')
  await command(page).press('ArrowUp')
  await expect(command(page)).toHaveValue(/^kubectl get no/)
  // Escape and Tab leave the line.
  await command(page).press('Escape')
  await command(page).press('Tab')
  await expect(command(page)).not.toBeFocused()
})

test('what is pasted runs line by line @chromium', async ({ page }) => {
  await open(page)
  await command(page).evaluate((area) => {
    const data = new DataTransfer()
    data.setData('text', 'echo one\necho two\necho thr')
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(output(page)).toContainText('two')
  await expect(command(page)).toHaveValue('echo thr')
})

test('an example goes into the terminal, and is not run', async ({ page }) => {
  await open(page)
  await page
    .getByRole('button', { name: /^kubectl get nodes/ })
    .first()
    .click()
  await expect(command(page)).toBeFocused()
  await expect(command(page)).toHaveValue(/^kubectl get nodes/)
  await expect(output(page)).toHaveText('')
})

test('the editor names a wrong field and its line @chromium', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'web-app.yaml', exact: true }).click()
  const text = page.getByRole('textbox', { name: 'Text of web-app.yaml' })
  await text.fill((await text.inputValue()).replace('replicas: 3', 'replica: 3'))
  await expect(bench(page)).toContainText('A Deployment has no field spec.replica.')
})

test('a mission is solved by its solution, and stays solved @chromium', async ({ page }) => {
  test.slow()
  await open(page, mission.path)
  await page.getByText('Show it').click()
  await page.getByRole('button', { name: 'Start again and play the solution' }).click()
  await expect(bench(page)).toContainText('Solved: every goal is met.', { timeout: 40_000 })
  await page.reload()
  await expect(page.getByText('solved', { exact: false }).first()).toBeVisible()
})

test.describe('in use', () => {
  test.use({ bypassCSP: true, reducedMotion: 'reduce' })
  test('axe finds nothing, and nothing scrolls sideways at 320 px @chromium', async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 800 })
    await open(page)
    await type(page, 'kubectl get nodes -o wide; kubectl get podz')
    await expect(output(page)).toContainText('resource type "podz"')
    await page.getByText('What happened').click()
    await bringAxe(page)
    expect(await violations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await violations(page)).toEqual([])
  })
})
