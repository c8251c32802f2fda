// Draws public/share.png, the picture that a shared link shows, and docs/lesson.png for the README,
// from the built course. Run it after `npm run build` when the figure or the look changes.
import { chromium } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { findChromium } from './browsers.mjs'
import { serve } from './serve.mjs'

const server = await serve({ dir: 'dist', port: 4373, base: '/' })
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
await page.goto(`${server.url}en/w/redundancy-paradox/`)
await page.evaluate(() => document.fonts.ready)
await page.evaluate(() => {
  const stage = document.querySelector('[role="img"]')?.cloneNode(true)
  const app = document.getElementById('app')
  if (!(stage instanceof HTMLElement) || !app) return
  const title = document.createElement('h1')
  title.textContent = 'When A fails, why is B still working?'
  title.style.cssText =
    'font:620 60px/1.08 "Source Serif 4 Variable";letter-spacing:-.022em;margin:52px 60px 6px'
  const mark = document.createElement('p')
  mark.textContent = 'Still Flying'
  mark.style.cssText = 'font:650 28px "Inter Variable";margin:0 60px;color:var(--soft)'
  stage.style.cssText = 'container:widget/inline-size;margin:26px 40px 0;padding:0'
  const verdict = document.createElement('p')
  verdict.textContent = document.querySelector('[data-tone]')?.textContent ?? ''
  verdict.style.cssText = 'font:600 26px "Inter Variable";margin:10px 60px;color:var(--healthy)'
  app.replaceChildren(title, mark, stage, verdict)
  document.body.style.overflow = 'hidden'
})
await page.screenshot({ path: 'public/share.png' })

mkdirSync('docs', { recursive: true })
await page.setViewportSize({ width: 1360, height: 1000 })
await page.goto(`${server.url}en/lessons/independence/`)
await page.locator('[data-widget-place="redundancy-paradox"]').scrollIntoViewIfNeeded()
await page.getByRole('radio', { name: 'about as often as A alone' }).click()
await page.evaluate(() => {
  const place = document.querySelector('[data-widget-place="redundancy-paradox"]')
  scrollTo(0, (place?.getBoundingClientRect().top ?? 0) + scrollY - 90)
})
await page.waitForTimeout(500)
await page.screenshot({ path: 'docs/lesson.png' })
await browser.close()
await server.close()
