// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WidgetBoundary } from './WidgetBoundary.tsx'

const complain = vi.spyOn(console, 'error')
beforeEach(() => {
  complain.mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  complain.mockReset()
})

function Figure({ sound }: { readonly sound: boolean }) {
  if (!sound) throw new RangeError('no such state')
  return <p>the figure</p>
}

function Page() {
  const [sound, setSound] = useState(true)
  return (
    <main>
      <p>the text</p>
      <WidgetBoundary onReset={() => setSound(true)}>
        <Figure sound={sound} />
      </WidgetBoundary>
      <button type="button" onClick={() => setSound(false)}>
        break it
      </button>
    </main>
  )
}

describe('a figure that fails', () => {
  it('leaves the text around it standing, says so aloud, and tells the console why', () => {
    render(<Page />)
    fireEvent.click(screen.getByText('break it'))
    expect(screen.getByText('the text')).toBeDefined()
    expect(screen.queryByText('the figure')).toBeNull()
    expect(screen.getByRole('alert').textContent).toContain('stopped with an error')
    expect(complain.mock.calls.flat().some((said) => said instanceof RangeError)).toBe(true)
  })

  it('starts again from a sound state when it is asked to', () => {
    render(<Page />)
    fireEvent.click(screen.getByText('break it'))
    fireEvent.click(screen.getByRole('button', { name: 'Start the figure again' }))
    expect(screen.getByText('the figure')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stops again, not for ever, when what failed still fails', () => {
    render(
      <WidgetBoundary>
        <Figure sound={false} />
      </WidgetBoundary>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Start the figure again' }))
    expect(screen.getByRole('alert')).toBeDefined()
  })

  it('does not show while all is well', () => {
    render(<Page />)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(complain).not.toHaveBeenCalled()
  })
})
