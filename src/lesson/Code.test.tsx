// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Code } from './Code.tsx'

it('can be reached by keyboard, and says what it is, since it may scroll', () => {
  document.body.innerHTML = renderToStaticMarkup(
    <Code>
      <code>spec:</code>
    </Code>,
  )
  const block = document.querySelector('pre')
  expect(block?.tabIndex).toBe(0)
  expect(block?.getAttribute('aria-label')).toBe('Code')
  expect(block?.textContent).toBe('spec:')
})
