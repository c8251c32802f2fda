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
  | Projected
  | { readonly kind: 'console'; readonly of: Projected }
  | { readonly kind: 'embed'; readonly widget: string }
  | { readonly kind: 'task'; readonly task: string }
  | { readonly kind: 'lab' }
  | { readonly kind: 'practice' }
  | { readonly kind: 'practiceKey' }
  | { readonly kind: 'mission'; readonly mission: string }
  | { readonly kind: 'reference' }
  | { readonly kind: 'referencePart'; readonly part: string }
  | { readonly kind: 'missing' }

/** What fills a projected window: the scenes of a figure, or the talk of a lesson. */
export type Projected =
  /** Without a scene, the one that the figure opens with; `ask` is its question. */
  | { readonly kind: 'present'; readonly widget: string; readonly scene?: string }
  | { readonly kind: 'talk'; readonly lesson: string }

/** The last part of the address of a figure's question; no scene is called so. */
export const ASK = 'ask'

export interface Place {
  readonly locale: string
  /** The address names no language. */
  readonly neutral: boolean
  readonly route: Route
}

const SLUG = /^[a-z0-9-]{1,64}$/

function routeOf([first, second, ...rest]: readonly string[]): Route {
  const [third] = rest
  if (rest.length === 1 && second !== undefined && third !== undefined && SLUG.test(third)) {
    if (first === 'present' && SLUG.test(second))
      return { kind: 'present', widget: second, scene: third }
    if (first === 'console' && second === 'present')
      return { kind: 'console', of: { kind: 'present', widget: third } }
    if (first === 'console' && second === 'talks')
      return { kind: 'console', of: { kind: 'talk', lesson: third } }
  }
  if (rest.length > 0) return { kind: 'missing' }
  if (first === undefined) return { kind: 'overview' }
  if (first === 'widgets' && second === undefined) return { kind: 'widgets' }
  if (first === 'reference' && second === undefined) return { kind: 'reference' }
  if (first === 'lab' && second === undefined) return { kind: 'lab' }
  if (first === 'practice' && second === undefined) return { kind: 'practice' }
  if (first === 'practice' && second === 'key') return { kind: 'practiceKey' }
  if (second === undefined || !SLUG.test(second)) return { kind: 'missing' }
  if (first === 'lab') return { kind: 'mission', mission: second }
  if (first === 'tasks') return { kind: 'task', task: second }
  if (first === 'lessons') return { kind: 'lesson', lesson: second }
  if (first === 'reference') return { kind: 'referencePart', part: second }
  if (first === 'present') return { kind: 'present', widget: second }
  if (first === 'talks') return { kind: 'talk', lesson: second }
  if (first === 'embed') return { kind: 'embed', widget: second }
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
    case 'present':
      return `present/${route.widget}/${route.scene === undefined ? '' : `${route.scene}/`}`
    case 'talk':
      return `talks/${route.lesson}/`
    case 'console':
      return `console/${pathOf(route.of)}`
    case 'embed':
      return `embed/${route.widget}/`
    case 'task':
      return `tasks/${route.task}/`
    case 'lab':
      return 'lab/'
    case 'practice':
      return 'practice/'
    case 'practiceKey':
      return 'practice/key/'
    case 'mission':
      return `lab/${route.mission}/`
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

/** Whether a page stands alone in its window, without the header and the footer of the course. */
export const isBare = ({ kind }: Route): boolean =>
  kind === 'present' || kind === 'talk' || kind === 'console' || kind === 'embed'
