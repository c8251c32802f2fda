// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Fitted } from './Fitted.tsx'

type Hear = (sizes: readonly { contentRect: { width: number } }[]) => void
let observed: { hear: Hear; element: Element }[] = []

beforeEach(() => {
  observed = []
  vi.useFakeTimers()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly hear: Hear
      constructor(hear: Hear) {
        this.hear = hear
      }
      observe(element: Element) {
        observed.push({ hear: this.hear, element })
      }
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Tells the layouts how wide each is: nothing where the style hides it. */
const measure = (wide: number, narrow: number) =>
  act(() =>
    [wide, narrow].forEach((width, index) => observed[index]?.hear([{ contentRect: { width } }])),
  )

describe('a drawing in two layouts', () => {
  it('is in the page twice before anything was measured, so that a style can choose', () => {
    expect(renderToStaticMarkup(<Fitted wide={<p>wide</p>} narrow={<p>narrow</p>} />)).toMatch(
      /<p>wide<\/p>.*<p>narrow<\/p>/,
    )
  })

  it('is drawn anew at once where it is shown, and where not once nothing changes any more', () => {
    const drawing = (moment: string) => <Fitted wide={`w${moment}`} narrow={`n${moment}`} />
    const { container, rerender } = render(drawing('1'))
    expect(container.textContent).toBe('w1n1')
    measure(800, 0)
    for (const moment of ['2', '3', '4']) {
      rerender(drawing(moment))
      act(() => vi.advanceTimersByTime(100))
      expect(container.textContent).toBe(`w${moment}n1`)
    }
    act(() => vi.advanceTimersByTime(250))
    expect(container.textContent).toBe('w4n4')
  })

  it('is up to date at once in the layout that comes to be shown', () => {
    const { container, rerender } = render(<Fitted wide="w1" narrow="n1" />)
    measure(800, 0)
    rerender(<Fitted wide="w2" narrow="n2" />)
    expect(container.textContent).toBe('w2n1')
    measure(0, 300)
    expect(container.textContent).toBe('w2n2')
  })
})
