/** What of a style a picture keeps when it leaves the page. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
] as const

const SVG = 'http://www.w3.org/2000/svg'
const EDGE = 20
const FOOT = 46

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

interface About {
  readonly title: string
  readonly text: string
  readonly address: string
}

/** Colours as every program knows them: the page's own are written in a newer way. */
function plainColours() {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, string>()
  return (colour: string): string => {
    if (!context || !/^(oklch|oklab|lab|lch|color)\(/.test(colour)) return colour
    const found = known.get(colour)
    if (found !== undefined) return found
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    const plain =
      alpha === 255
        ? `rgb(${red}, ${green}, ${blue})`
        : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`
    known.set(colour, plain)
    return plain
  }
}

type Plain = ReturnType<typeof plainColours>

/** A drawing with the style that it has on the page written into it. */
function styled(drawing: SVGSVGElement, plain: Plain): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [index, original] of originals.entries()) {
    const target = copies[index]
    if (!target) continue
    const style = getComputedStyle(original)
    for (const name of KEPT) target.setAttribute(name, plain(style.getPropertyValue(name)))
    target.removeAttribute('class')
  }
  return copy
}

async function asData(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(text)}`
}

/** The faces that the text needs, inside the file: a picture cannot fetch any. */
async function facesOf(text: string): Promise<string> {
  const needed = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const covers = (range: string) =>
    range.split(',').some((part) => {
      const [, from = '', to = from] = /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/i.exec(part) ?? []
      const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      return needed.some((code) => code > 32 && code >= low && code <= high)
    })
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href })))
    .flatMap(({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const of = (name: string) => rule.style.getPropertyValue(name)
      const address = /url\("?([^")]+)"?\)/.exec(of('src'))?.[1]
      const wanted = /Inter|JetBrains/.test(of('font-family')) && !/italic/.test(of('font-style'))
      if (!wanted || !address || !covers(of('unicode-range') || 'U+0-FFFF')) return []
      return [{ of, address: new URL(address, base ?? document.baseURI).href }]
    })
  const written = await Promise.all(
    faces.map(
      async ({ of, address }) =>
        `@font-face{font-family:${of('font-family')};font-weight:${of('font-weight')};src:url(${await asData(address)}) format('woff2')}`,
    ),
  )
  return written.join('')
}

const make = (name: string, attributes: Readonly<Record<string, string | number>>, text = '') => {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.textContent = text
  return element
}

/** The figure as it stands on the page, as one file that needs nothing else. */
export async function pictureOf(stage: Element, { title, text, address }: About): Promise<Picture> {
  const plain = plainColours()
  const drawings = [...stage.querySelectorAll('svg')]
    .map((drawing) => ({ drawing, at: drawing.getBoundingClientRect() }))
    .filter(({ at }) => at.width > 0)
  const left = Math.min(...drawings.map(({ at }) => at.left))
  const top = Math.min(...drawings.map(({ at }) => at.top))
  const width = Math.ceil(Math.max(...drawings.map(({ at }) => at.right)) - left + 2 * EDGE)
  const height = Math.ceil(Math.max(...drawings.map(({ at }) => at.bottom)) - top + 2 * EDGE + FOOT)
  const colour = (role: string) => {
    const probe = document.createElement('span')
    probe.style.color = `var(${role})`
    stage.append(probe)
    const found = plain(getComputedStyle(probe).color)
    probe.remove()
    return found
  }
  const picture = make('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height })
  picture.append(make('title', {}, title), make('desc', {}, `${text} ${address}`))
  picture.append(make('style', {}, await facesOf(`${stage.textContent ?? ''}${title}${address}`)))
  picture.append(make('rect', { width, height, fill: colour('--raised') }))
  for (const { drawing, at } of drawings) {
    const copy = styled(drawing, plain)
    const place = { x: at.left - left + EDGE, y: at.top - top + EDGE }
    for (const [key, value] of Object.entries({ ...place, width: at.width, height: at.height }))
      copy.setAttribute(key, value.toFixed(2))
    picture.append(copy)
  }
  const sans = getComputedStyle(stage).fontFamily
  const line = (y: number, size: number, weight: number, role: string, words: string) =>
    make(
      'text',
      {
        x: EDGE,
        y,
        'font-family': sans,
        'font-size': size,
        'font-weight': weight,
        fill: colour(role),
      },
      words,
    )
  picture.append(line(height - 34, 15, 640, '--ink', title))
  // The address of the page alone stands on the picture; the whole of it is in its description.
  picture.append(line(height - 14, 11.5, 450, '--soft', address.split('?')[0] ?? address))
  return { svg: new XMLSerializer().serializeToString(picture), width, height }
}

/** Twice as many points as on the page: for slides and for print. */
const SHARPNESS = 2

/** @throws Error when the browser cannot draw it */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png')
  })
}
