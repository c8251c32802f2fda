// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { embedSnippet } from './embed-snippet.ts'

describe('what one pastes into a page', () => {
  it('is one frame, whatever the title and the address hold', () => {
    document.body.innerHTML = embedSnippet('https://x.example/embed/a/?v=1&b="2"', 'A <b> & "c"')
    const frame = document.querySelector('iframe')
    expect(document.body.children.length).toBe(1)
    expect(frame?.getAttribute('src')).toBe('https://x.example/embed/a/?v=1&b="2"')
    expect(frame?.title).toBe('A <b> & "c"')
  })
})
