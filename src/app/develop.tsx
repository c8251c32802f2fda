// The entry of `npm run dev`: no prerendered page and no boot script, only the app itself.
import '../ui/styles/fonts.css'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { locales } from './content.ts'
import { loadPage } from './load-page.ts'
import { speak } from './locale.ts'
import { placeOf } from './routes.ts'

const place = placeOf(location.pathname.slice(1), locales)
document.documentElement.lang = place.locale
document.documentElement.dataset['script'] = 'on'
speak(place.locale)
const page = await loadPage(place)
const root = document.getElementById('app')
if (root) createRoot(root).render(<App current={{ get: () => page, subscribe: () => () => {} }} />)
