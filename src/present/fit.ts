/**
 * Widths, in pixels, at which a figure is laid out to be enlarged afterwards: as on a laptop, and as
 * on a phone. The one whose letters come out larger is shown.
 */
const WIDTHS = [1064, 840, 620, 500] as const

/** The size of the smallest drawing's unit, in pixels: letters are as many times larger than drawn. */
function unitOf(content: HTMLElement): number {
  const units = [...content.querySelectorAll('svg')].flatMap((svg) => {
    const { width } = svg.getBoundingClientRect()
    return width > 0 && svg.viewBox.baseVal ? [width / svg.viewBox.baseVal.width] : []
  })
  return units.length > 0 ? Math.min(...units) : 1
}

/** The size in which a drawing is lettered, and the share of the room's text that is read from afar. */
const LETTERS = 14.5
const ENOUGH = 0.66

/**
 * Lays the content out so that it fills its box as far as it can, with the largest letters: once
 * they can be read from the last row, the wide layout is worth more than larger ones.
 */
export function fit(box: HTMLElement, content: HTMLElement) {
  const [width, height] = [box.clientWidth, box.clientHeight]
  if (width === 0 || height === 0) return
  const enough = (ENOUGH * Number.parseFloat(getComputedStyle(box).fontSize)) / LETTERS
  let best:
    { readonly layout: number; readonly scale: number; readonly letters: number } | undefined
  content.style.transform = 'none'
  for (const layout of WIDTHS) {
    content.style.width = `${layout}px`
    const scale = Math.min(width / layout, height / content.offsetHeight)
    const letters = scale * unitOf(content)
    // A layout that leaves half of the wall empty must be worth it.
    if (!best || (best.letters < enough && letters > best.letters * 1.12))
      best = { layout, scale, letters }
  }
  if (!best) return
  content.style.width = `${best.layout}px`
  content.style.transform = `scale(${best.scale})`
  content.style.left = `${(width - best.layout * best.scale) / 2}px`
  content.style.top = `${Math.max(0, (height - content.offsetHeight * best.scale) / 2)}px`
}
