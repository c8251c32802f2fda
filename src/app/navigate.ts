import { locales } from './content.ts'
import { exists, loadPage } from './load-page.ts'
import type { PageData } from './page-context.ts'
import { fullPath, isBare, placeOf } from './routes.ts'
import { staticsOf } from './Static.tsx'

/** The page as it was prerendered: its text and its head are there, and in no script. */
async function fetchPage(address: URL) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`)
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

const description = (page: ParentNode = document) => page.querySelector('meta[name="description"]')

/**
 * Turns links into changes of the page where the browser has the Navigation API: it finds the
 * links, keeps the history and the scroll position. Where it has not, a link is a link to a
 * prerendered page, and nothing here is missed.
 */
export function takeOverNavigation(base: URL, first: PageData, show: (page: PageData) => void) {
  if (!('navigation' in window)) return
  // Relative addresses in the head were right for the first page only.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]'))
    link.setAttribute('href', link.href)
  let shown = first.place
  navigation.addEventListener('navigate', (event) => {
    const target = new URL(event.destination.url)
    if (!event.canIntercept || event.hashChange || event.downloadRequest !== null) return
    if (event.formData || event.navigationType === 'reload' || !target.href.startsWith(base.href))
      return
    const place = placeOf(target.pathname.slice(base.pathname.length), locales)
    const sameLanguage = place.locale === shown.locale && place.neutral === shown.neutral
    // A window of its own begins as one.
    if (isBare(place.route) || isBare(shown.route)) return
    if (!exists(place) || !sameLanguage || fullPath(place) === fullPath(shown)) return
    event.intercept({
      focusReset: 'manual',
      scroll: 'manual',
      async handler() {
        const [page, written] = await Promise.all([loadPage(place), fetchPage(target)])
        // Back was quicker than the page: what stands is right again.
        if (event.signal.aborted) return
        shown = place
        show({ ...page, statics: staticsOf(written) })
        document.title = written.title
        description()?.replaceWith(description(written) ?? '')
        // Once the page is drawn and has its height: sooner, the heading would be the old one, and
        // the old place beyond the end.
        await new Promise((drawn) => setTimeout(drawn))
        if (event.signal.aborted) return
        document.querySelector('h1')?.focus({ preventScroll: true })
        event.scroll()
      },
    })
  })
}
