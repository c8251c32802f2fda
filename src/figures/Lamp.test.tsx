import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Lamp, type State } from './Lamp.tsx'

const states: readonly State[] = ['healthy', 'degraded', 'failed', 'standby', 'unknown']
const drawn = (state: State) => renderToStaticMarkup(<Lamp state={state} x={10} y={20} />)
/** The lamp as one sees it without colour: shapes, and whether they are filled. */
const shape = (state: State) =>
  drawn(state)
    .replaceAll(/var\(--[a-z-]+\)/g, 'ink')
    .replaceAll(/fill="ink"/g, 'filled')

describe('the lamp', () => {
  it('tells every state from every other by its shape alone, without colour', () => {
    expect(new Set(states.map(shape)).size).toBe(states.length)
  })

  it.each([
    ['healthy', /^<circle[^>]*fill="var\(--healthy\)"/],
    ['degraded', /<circle[^>]*fill="none".*<path[^>]*z"/],
    ['failed', /^<path d="M5\.5 15\.5l9 9m0 -9l-9 9"[^>]*stroke="var\(--failed\)"/],
    ['standby', /^<circle[^>]*fill="none"[^>]*stroke="var\(--standby\)"/],
    ['unknown', />\?<\/text>/],
  ] satisfies [State, RegExp][])('draws %s as the visual language says', (state, mark) => {
    expect(drawn(state)).toMatch(mark)
  })
})
