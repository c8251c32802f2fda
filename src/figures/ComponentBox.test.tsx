import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ComponentBox } from './ComponentBox.tsx'
import { Hull } from './Hull.tsx'

const at = { x: 100, y: 50, width: 112, height: 62 }
const box = (note: string) =>
  renderToStaticMarkup(<ComponentBox at={at} name="A" note={note} state="failed" />)

describe('a component', () => {
  it('has a box, a lamp, a name and its one number, and tells its state to the style', () => {
    const markup = box('works 99%')
    expect(markup).toMatch(/<rect x="100" y="50" width="112" height="62"[^>]*data-state="failed"/)
    expect(markup).toContain('stroke="var(--failed)"')
    expect([...markup.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text)).toEqual([
      'A',
      'works 99%',
    ])
  })

  it('leaves a short number alone and squeezes a long one until it ends inside the box', () => {
    expect(box('99%')).not.toContain('textLength')
    const [, start, length] =
      /x="(\d+)"[^>]*textLength="(\d+)"/.exec(box('works 99.999999999%')) ?? []
    expect(Number(start) + Number(length)).toBeLessThanOrEqual(at.x + at.width)
  })
})

describe('a failure domain', () => {
  const hull = (struck: boolean) =>
    renderToStaticMarkup(<Hull at={at} label="one design" struck={struck} />)

  it('is an outline with its name on a tab that sits on its upper edge', () => {
    const [outline, tab] = [
      ...hull(false).matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g),
    ].map(([, ...numbers]) => numbers.map(Number))
    expect(outline).toEqual([100, 50, 112])
    expect(tab?.[1]).toBeLessThan(50)
    expect((tab?.[1] ?? 0) + 20).toBeGreaterThan(50)
    expect(hull(false)).toContain('>one design</text>')
  })

  it('says that its cause has struck, to the style as well', () => {
    expect(
      [hull(true), hull(false)].map((markup) => /data-struck="(\w+)"/.exec(markup)?.[1]),
    ).toEqual(['true', 'false'])
  })
})
