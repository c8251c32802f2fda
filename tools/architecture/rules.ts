/** What a folder of `src/` may import from its neighbours and from packages. */
export interface Layer {
  /** Neighbouring folders, beside itself. */
  readonly folders: readonly string[] | 'anything'
  /** Packages; a name ending in `*` stands for all that begin so. */
  readonly packages: readonly string[] | 'any'
  /** Whether each folder inside stands alone: `widgets/a` never imports `widgets/b`. */
  readonly siblingsApart: boolean
}

const layer = (
  folders: Layer['folders'],
  packages: Layer['packages'],
  siblingsApart = false,
): Layer => ({ folders, packages, siblingsApart })

/** The table of ARCHITECTURE.md as a value; a test compares the two. */
export const layers: Readonly<Record<string, Layer>> = {
  reliability: layer([], []),
  simulation: layer(['reliability'], []),
  systems: layer(['reliability', 'simulation'], ['js-yaml'], true),
  figures: layer(['ui'], ['react', 'd3-*']),
  ui: layer([], ['react']),
  frame: layer(['reliability', 'figures', 'ui'], 'any'),
  widgets: layer(['reliability', 'simulation', 'systems', 'figures', 'ui', 'frame'], 'any', true),
  implement: layer(
    ['reliability', 'simulation', 'systems', 'figures', 'ui', 'frame', 'widgets'],
    'any',
  ),
  laboratory: layer(['reliability', 'simulation', 'systems', 'figures', 'ui', 'frame'], 'any'),
  practice: layer(['reliability', 'simulation', 'systems', 'figures', 'ui'], 'any'),
  lesson: layer(['reliability', 'figures', 'ui', 'frame', 'practice'], 'any'),
  reference: layer(['reliability', 'ui'], 'any'),
  present: layer(['reliability', 'figures', 'ui', 'frame'], 'any'),
  app: layer('anything', 'any'),
}

/** Folders of which every file is pure. */
export const pureFolders = ['reliability', 'simulation', 'systems'] as const

/** Folders of `src/` that a lesson may import; all else reaches MDX as a component. */
export const foldersForMdx = ['reliability', 'systems'] as const

/** Folder names that say nothing about what is inside. */
export const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'types'] as const

/** Packages that compute and nothing else, so that a pure file may stand on what uses them. */
export const purePackages = ['d3-array', 'd3-scale', 'd3-shape', 'valibot', 'js-yaml'] as const

/** Names that reach for a page, a clock, chance or the machine. */
export const impureGlobals: readonly string[] = [
  'window',
  'document',
  'globalThis',
  'self',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'process',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'requestAnimationFrame',
  'requestIdleCallback',
  'crypto',
]
