// @vitest-environment jsdom
import { fireEvent, render } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { DomainsFigure } from './Figure.tsx'
import { type DomainsValues, failureDomains, parameters } from './model.ts'
import { widget } from './widget.ts'

const model = failureDomains(complete(parameters, {}) as DomainsValues, FIRST_COURSE)

/** Every deed that a click in the wide layout does. */
function deeds() {
  const act = vi.fn<(action: string) => void>()
  const { container } = render(<DomainsFigure model={model} atMs={0} guess={undefined} act={act} />)
  const targets = container.querySelectorAll('svg')[0]?.querySelectorAll('[class*="target"]') ?? []
  for (const target of targets) fireEvent.click(target)
  return act.mock.calls.map(([action]) => action)
}

describe('a click in the picture', () => {
  it('does what the selects can do, to every host and to every domain that has a name', () => {
    const done = deeds()
    // 30 hosts are empty and 3 are not; 3 regions, 5 zones, 11 racks, 6 feeds, 3 versions.
    expect(done.filter((action) => action.startsWith('put-'))).toHaveLength(30)
    expect(done.filter((action) => action.startsWith('choose-'))).toEqual([
      'choose-1',
      'choose-2',
      'choose-3',
    ])
    expect(done.filter((action) => action.startsWith('down-'))).toHaveLength(28)
    expect(done.filter((action) => !widget.can(action))).toEqual([])
  })

  it('is not to be had on paper', () => {
    const { container } = render(
      <DomainsFigure model={model} atMs={0} guess={undefined} act={undefined} />,
    )
    expect(container.querySelectorAll('[class*="target"]')).toHaveLength(0)
  })
})
