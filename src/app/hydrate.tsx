import '../ui/styles/fonts.css'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { locales } from './content.ts'
import { loadPage } from './load-page.ts'
import { speak } from './locale.ts'
import { takeOverNavigation } from './navigate.ts'
import type { PageData } from './page-context.ts'
import { placeOf } from './routes.ts'
import { staticsOf } from './Static.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('hydrate: the page has no #app')

// The page says where the course's folder is, so that one build works below any of them.
const base = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI)
const path = location.pathname.slice(base.pathname.length)
speak(document.documentElement.lang)
const missing = document.documentElement.dataset['page'] === 'missing'
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
