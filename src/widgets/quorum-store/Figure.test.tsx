// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { QuorumFigure } from './Figure.tsx'
import { quorumRun } from './model.ts'
import { type QuorumValues, parameters } from './parameters.ts'
import { complete } from '../../frame/parameters.ts'
import { widget } from './widget.ts'

afterEach(cleanup)

it('does with a click what the lists of the player do, and nothing on paper', () => {
  const model = quorumRun(complete(parameters, {}) as QuorumValues, FIRST_COURSE)
  const act = vi.fn<(action: string) => void>()
  const show = (given: typeof act | undefined) =>
    render(<QuorumFigure model={model} guess={undefined} atMs={110} act={given} />).container
  const clickable = show(act).querySelectorAll('[class*="deed"]')
  clickable.forEach((part) => fireEvent.click(part))
  const done = [...new Set(act.mock.calls.map(([action]) => action))]
  // By hand: three links that are whole, three copies that are up, three writes on their way.
  expect(done.toSorted()).toEqual(
    ['n1', 'n2', 'n3']
      .flatMap((id, index) => [`cut-${id}`, `crash-${id}`, `drop-${index + 1}`])
      .toSorted(),
  )
  expect(done.every((action) => widget.can(action))).toBe(true)
  cleanup()
  expect(show(undefined).querySelectorAll('[class*="deed"]')).toHaveLength(0)
})
