/**
 * The only script on the critical path, classic and blocking so that it acts before the first
 * paint: it sets the theme and the language, answers the first touches, and fetches React when a
 * figure comes near, a control is touched or the page has nothing else to do.
 */
import { STORAGE_KEY, THEMES } from './stored.ts'

const script = document.currentScript
const page = document.documentElement

function kept(): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
    const state = parsed && typeof parsed === 'object' && 'state' in parsed ? parsed.state : {}
    return state && typeof state === 'object' ? { ...state } : {}
  } catch {
    return {}
  }
}

/** Writes one field. What cannot be read is set aside first; the app knows it by the same name. */
function keep(field: string, value: string | undefined) {
  try {
    const raw = localStorage.getItem(STORAGE_KEY)
    if (raw !== null && !isSound(raw)) localStorage.setItem(`${STORAGE_KEY}:set-aside`, raw)
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify({ state: { ...kept(), [field]: value }, version: 1 }),
    )
  } catch {
    // Storage is full or forbidden: the choice holds for this page.
  }
}

function isSound(raw: string): boolean {
  try {
    return typeof (JSON.parse(raw) as { state?: unknown }).state === 'object'
  } catch {
    return false
  }
}

function setTheme(theme: unknown) {
  const known = THEMES.find((candidate) => candidate === theme)
  if (known) page.dataset['theme'] = known
  else delete page.dataset['theme']
  return known
}

page.dataset['script'] = 'on'
const { theme, locale } = kept()
setTheme(theme)

// An address without a language opens in the reader's own, where the course has it.
const own = page.dataset['neutral']?.split(' ').includes(String(locale))
if (own && locale !== page.lang && script) {
  const root = new URL(script.dataset['root'] ?? './', document.baseURI)
  location.replace(`${root.href}${String(locale)}/${location.href.slice(root.href.length)}`)
}

// A state in the address is not in the prerendered picture: do not flash the wrong one.
if (page.dataset['state'] === 'address' && location.search.length > 1) page.dataset['pending'] = ''

/** A figure answers when its own script is there; the rest of the page, when React is. */
const scopeOf = (target: Element) => target.closest('[data-widget-place]') ?? document.body
const live = new Set<Element>()

/** Touches made before their part of the page answered, played back when it does. */
const touched: {
  readonly target: Element
  /** What a slider or a switch was set to. */
  readonly value: string | boolean | undefined
}[] = []
let started = false

function start() {
  const app = script?.dataset['app']
  if (started || !app) return
  started = true
  for (const file of script.dataset['with']?.split(' ') ?? []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    document.head.append(link)
  }
  void import(/* @vite-ignore */ new URL(app, document.baseURI).href)
}

function record(event: Event) {
  const target =
    event.target instanceof Element ? event.target.closest('[data-replay],[data-wakes]') : null
  if (!target) return
  start()
  if (!target.hasAttribute('data-replay') || live.has(scopeOf(target))) return
  const slides = target instanceof HTMLInputElement && target.type === 'range'
  if (event.type === 'click' && slides) return
  if (event.type === 'input' && !slides) return
  if (target instanceof HTMLAnchorElement) {
    if (event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey)) return
    event.preventDefault()
  }
  const known = touched.findIndex((touch) => touch.target === target)
  if (known >= 0) touched.splice(known, 1)
  const switched = target instanceof HTMLInputElement && target.type === 'checkbox'
  touched.push({ target, value: slides ? target.value : switched ? target.checked : undefined })
}

for (const type of ['click', 'input']) addEventListener(type, record, true)
for (const type of ['pointerdown', 'keydown', 'focusin'])
  addEventListener(
    type,
    (event) => {
      if (event.target instanceof Element && event.target.closest('[data-replay],[data-wakes]'))
        start()
    },
    { capture: true, passive: true },
  )

// Not every browser brings in the whole of a control that the window's edge cuts in two.
addEventListener('keyup', ({ key }) => {
  if (key === 'Tab') document.activeElement?.scrollIntoView({ block: 'nearest' })
})

addEventListener('change', (event) => {
  const { target } = event
  if (target instanceof HTMLSelectElement && target.matches('[data-theme-select]'))
    if (!live.has(document.body)) keep('theme', setTheme(target.value))
})
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-locale]') : null
  if (link) keep('locale', link.getAttribute('data-locale') ?? undefined)
})

/** A part of the page answers from now on: play back what was touched in it. */
addEventListener('still-flying:live', (event) => {
  if (!(event.target instanceof Element)) return
  const scope = scopeOf(event.target)
  live.add(scope)
  for (const touch of touched.filter(({ target }) => scopeOf(target) === scope)) {
    touched.splice(touched.indexOf(touch), 1)
    const { target, value } = touch
    if (target instanceof HTMLInputElement && typeof value === 'string') {
      // React looks for a change against what was set through the element itself: so that first to
      // something else, and then to the value through the prototype, as the browser does.
      target.value = value === target.min ? target.max : target.min
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, value)
      target.dispatchEvent(new Event('input', { bubbles: true }))
    } else if (target instanceof HTMLInputElement && target.type !== 'range') {
      target.checked = !(value ?? true)
      target.click()
    } else if (target instanceof HTMLElement) target.click()
  }
})

addEventListener('DOMContentLoaded', () => {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-select]')
  if (select) select.value = page.dataset['theme'] ?? ''
  if ('pending' in page.dataset) start()
  const near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && start(),
    { rootMargin: '400px' },
  )
  for (const widget of document.querySelectorAll('[data-widget-place]')) near.observe(widget)
})
addEventListener('load', () => {
  if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: 4000 })
  else setTimeout(start, 1500)
})
