import { describe, expect, it } from 'vitest'
import { closure, pageSizes, contentKeys, widgetSize } from './size-budget.mjs'

// A build in small, in the shape of Vite's manifest; the sizes are chosen to be told apart in a sum.
const manifest = {
  'src/app/hydrate.tsx': { file: 'assets/app.js', imports: ['_react.js'], css: ['assets/app.css'] },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'] },
  '_library.js': { file: 'assets/library.js' },
  'content/en/lessons/paradox.mdx': { file: 'assets/text-en.js', imports: ['_shared.js'] },
  'content/uk/lessons/paradox.mdx': { file: 'assets/text-uk.js' },
  'content/en/overview.mdx': { file: 'assets/overview.js' },
  'content/en/module.yaml': { file: 'assets/module.js' },
  'src/widgets/pair/widget.ts': {
    file: 'assets/pair.js',
    imports: ['_library.js', '_react.js'],
    dynamicImports: ['src/widgets/pair/Figure.tsx', 'src/app/search.ts'],
  },
  'src/widgets/light/widget.ts': { file: 'assets/light.js', imports: ['_library.js'] },
  'src/widgets/pair/Figure.tsx': { file: 'assets/figure.js', css: ['assets/figure.css'] },
  'src/app/search.ts': { file: 'assets/search.js' },
}
const sizes: Readonly<Record<string, number>> = {
  'assets/boot.js': 1,
  'assets/app.js': 10,
  'assets/react.js': 100,
  'assets/shared.js': 1_000,
  'assets/library.js': 10_000,
  'assets/module.js': 2,
  'assets/text-en.js': 100_000,
  'assets/text-uk.js': 200_000,
  'assets/pair.js': 1_000_000,
  'assets/figure.js': 10_000_000,
  'assets/light.js': 100_000_000,
  'assets/app.css': 3,
  'assets/page.css': 30,
  'assets/figure.css': 300,
  'assets/serif.woff2': 7,
}
const sizeOf = (file: string) => {
  const size = sizes[file]
  if (size === undefined) throw new Error(`no file ${file}`)
  return size
}
const html = `
  <link rel="stylesheet" crossorigin href="../../../assets/page.css?v=1">
  <link rel="preload" as="font" type="font/woff2" href="../../../assets/serif.woff2" crossorigin>
  <script type="module" src="../../../assets/boot.js" data-app="../../../assets/app.js"></script>
  <div class="w" data-widget="pair"></div><div data-widget="pair"></div>`

describe('the size of a page', () => {
  const page = pageSizes({ html, page: 'en/lessons/paradox/index.html', manifest, sizeOf })

  it('counts boot script, application, own content and widgets, each shared chunk once', () => {
    // 1 + 2 + 10 + 100 + 1,000 + 10,000 + 100,000 + 1,000,000 + 10,000,000
    expect(page.script).toBe(11_111_113)
    expect(page.boot).toBe(1)
  })

  it('is that of the heaviest figure, and beside it that of all', () => {
    const both = `${html}<div data-widget="light"></div>`
    const { script, whole } = pageSizes({
      html: both,
      page: 'en/lessons/paradox/index.html',
      manifest,
      sizeOf,
    })
    // Without `light`: as above. With it alone: 1 + 2 + 10 + 100 + 1,000 + 10,000 + 100,000 + 100,000,000.
    expect(script).toBe(100_111_113)
    expect(whole).toBe(111_111_113)
  })

  it('counts the style sheets of the page and of what it loads', () => {
    expect([page.styles, page.fonts]).toEqual([333, 7])
  })
})

describe('the size of a widget', () => {
  it('is what it adds to a page that has the application', () => {
    // pair.js + figure.js + library.js; React and what it shares are there already.
    expect(widgetSize('pair', manifest, sizeOf)).toBe(11_010_000)
  })
})

describe('reading the build', () => {
  it('comes to an end where chunks import one another', () => {
    expect(closure(manifest, ['_react.js'])).toHaveLength(2)
  })

  it('does not pass over a chunk that is not there', () => {
    expect(() => closure(manifest, ['src/widgets/gone/widget.ts'])).toThrow(RangeError)
  })

  it('finds the content of a page in the language of its address, else in English', () => {
    const lesson = contentKeys(manifest, 'uk/lessons/paradox/index.html')
    expect(lesson).toEqual(['content/en/module.yaml', 'content/uk/lessons/paradox.mdx'])
    const english = contentKeys(manifest, 'lessons/paradox/index.html')
    expect(english).toEqual(['content/en/module.yaml', 'content/en/lessons/paradox.mdx'])
    const home = contentKeys(manifest, 'uk/index.html')
    expect(home).toEqual(['content/en/module.yaml', 'content/en/overview.mdx'])
  })

  it('finds no text for the gallery or the page for lost addresses', () => {
    expect(contentKeys(manifest, 'widgets/index.html')).toEqual(['content/en/module.yaml'])
    expect(contentKeys(manifest, '404.html')).toEqual(['content/en/module.yaml'])
  })
})
