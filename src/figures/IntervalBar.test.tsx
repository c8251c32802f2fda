import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { IntervalBar } from './IntervalBar.tsx'
import { TimeAxis } from './TimeAxis.tsx'

const bar = (width: number, inset = 0) =>
  renderToStaticMarkup(
    <svg>
      <IntervalBar
        at={{ x: 100, y: 0, width, height: 30 }}
        tone="limps"
        words={['promoting 5 s', '5 s']}
        inset={inset}
      />
    </svg>,
  )

describe('an interval', () => {
  it('says as much as it has room for, and nothing rather than too much', () => {
    expect(bar(200)).toContain('>promoting 5 s</text>')
    expect(bar(50)).toContain('>5 s</text>')
    expect(bar(10)).not.toContain('<text')
  })

  it('keeps its words off a mark at its start', () => {
    expect(bar(50)).toContain('x="125"')
    expect(bar(50, 10)).toContain('x="130"')
    expect(bar(30, 10)).not.toContain('<text')
  })
})

describe('a time axis', () => {
  const ticks = (lengthMs: number, width: number) =>
    [
      ...renderToStaticMarkup(
        <svg>
          <TimeAxis
            lengthMs={lengthMs}
            axis={[0, width]}
            y={20}
            bands={[]}
            words={(ms) => `t${ms}`}
          />
        </svg>,
      ).matchAll(/>t(\d+)</g),
    ].map(([, ms]) => Number(ms))

  it('has a tick every five seconds, and fewer where their words would touch', () => {
    expect(ticks(20_000, 800)).toEqual([0, 5000, 10_000, 15_000, 20_000])
    // Room for five, and eight intervals of five seconds.
    expect(ticks(40_000, 318)).toEqual([0, 10_000, 20_000, 30_000, 40_000])
  })
})
