import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Cite } from './Cite.tsx'
import { emptyOutline, LessonContext } from './lesson-context.ts'

const source = (authors: readonly string[]) => ({ title: 'T', authors, year: 1986, where: 'W' })
const sources = {
  one: source(['Arnold, T. F.']),
  two: source(['Knight, John C.', 'Leveson, Nancy G.']),
  three: source(['Mosleh, A.', 'Fleming, K. N.', 'Parry, G. W.']),
  office: source(['Federal Aviation Administration']),
}

const cited = (id: string) =>
  renderToStaticMarkup(
    <LessonContext
      value={{
        outline: { ...emptyOutline, sources },
        useAnswer: () => [undefined, () => {}],
        hrefOf: (widget) => widget,
      }}
    >
      <Cite id={id} />
    </LessonContext>,
  )

describe('a citation', () => {
  it.each([
    ['one', 'Arnold 1986'],
    ['two', 'Knight and Leveson 1986'],
    ['three', 'Mosleh et al. 1986'],
    ['office', 'Federal Aviation Administration 1986'],
  ])('of %s author(s) reads %s, and links to the list', (id, text) => {
    expect(cited(id)).toBe(`<a href="#source-${id}">${text}</a>`)
  })

  it('of a source that the lesson has not stops the page, rather than point nowhere', () => {
    expect(() => cited('nobody')).toThrow(/nobody/)
  })
})
