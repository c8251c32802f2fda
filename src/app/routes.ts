/**
 * Every page of the course by its path, relative to the folder that the course is published in.
 * `en/lessons/independence/` is a page in a language; without the language, `w/…/`, it is an
 * address to share: English until the reader's own choice of language is known.
 */
export type Route =
  | { readonly kind: 'overview' }
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'widgets' }
  | { readonly kind: 'widget'; readonly widget: string }
  | { readonly kind: 'reference' }
  | { readonly kind: 'referencePart'; readonly part: string }
  | { readonly kind: 'missing' }

export interface Place {
  readonly locale: string
  /** The address names no language. */
  readonly neutral: boolean
  readonly route: Route
}

const SLUG = /^[a-z0-9-]{1,64}$/

function routeOf([first, second, ...rest]: readonly string[]): Route {
  if (rest.length > 0) return { kind: 'missing' }
  if (first === undefined) return { kind: 'overview' }
  if (first === 'widgets' && second === undefined) return { kind: 'widgets' }
  if (first === 'reference' && second === undefined) return { kind: 'reference' }
  if (second === undefined || !SLUG.test(second)) return { kind: 'missing' }
  if (first === 'lessons') return { kind: 'lesson', lesson: second }
  if (first === 'reference') return { kind: 'referencePart', part: second }
  if (first === 'w') return { kind: 'widget', widget: second }
  return { kind: 'missing' }
}

/** Reads a path below the course's folder: no leading slash, the trailing one optional. */
export function placeOf(path: string, locales: readonly string[]): Place {
  const parts = path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .filter(Boolean)
  const [first] = parts
  const named = first !== undefined && locales.includes(first)
  return {
    locale: named ? first : (locales[0] ?? 'en'),
    neutral: !named,
    route: routeOf(named ? parts.slice(1) : parts),
  }
}

/** The path of a route without its language; `''` for the overview. */
export function pathOf(route: Route): string {
  switch (route.kind) {
    case 'overview':
      return ''
    case 'lesson':
      return `lessons/${route.lesson}/`
    case 'widgets':
      return 'widgets/'
    case 'widget':
      return `w/${route.widget}/`
    case 'reference':
      return 'reference/'
    case 'referencePart':
      return `reference/${route.part}/`
    case 'missing':
      return '404.html'
  }
}

export const fullPath = ({ locale, neutral, route }: Place) =>
  neutral || route.kind === 'missing' ? pathOf(route) : `${locale}/${pathOf(route)}`

/** How to get from a page back to the course's folder: `../../` for `en/widgets/`. */
export const rootFrom = (path: string) => '../'.repeat(path.split('/').length - 1) || './'
