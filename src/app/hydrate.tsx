import '../ui/styles/fonts.css'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { locales } from './content.ts'
import { exists, loadPage } from './load-page.ts'
import { speak } from './locale.ts'
import { takeOverNavigation } from './navigate.ts'
import type { PageData } from './page-context.ts'
import { pathOf, placeOf } from './routes.ts'
import { staticsOf } from './Static.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('hydrate: the page has no #app')

// The page says where the course's folder is, so that one build works below any of them.
const base = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI)
const path = location.pathname.slice(base.pathname.length)
speak(document.documentElement.lang)
const missing = document.documentElement.dataset['page'] === 'missing'
// A scene that a figure never had, or has no more: the figure itself is the nearest that there is.
const { locale, route } = placeOf(path, locales)
if (missing && route.kind === 'present' && route.scene !== undefined && exists({ route })) {
  const to = `${locale}/${pathOf({ kind: 'present', widget: route.widget })}`
  location.replace(new URL(`${to}?scene=${route.scene}`, base))
}
const loaded = await loadPage(
  missing
    ? { locale: document.documentElement.lang, neutral: false, route: { kind: 'missing' } }
    : placeOf(path, locales),
)
let page: PageData = { ...loaded, statics: staticsOf(root) }
const listeners = new Set<() => void>()

hydrateRoot(
  root,
  <App
    current={{
      get: () => page,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }}
  />,
)

takeOverNavigation(base, page, (next: PageData) => {
  page = next
  for (const listener of listeners) listener()
})
