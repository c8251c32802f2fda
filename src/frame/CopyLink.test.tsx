// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CopyLink } from './CopyLink.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const copied: string[] = []
function withClipboard(writeText: (text: string) => Promise<void>) {
  copied.length = 0
  vi.stubGlobal('navigator', { clipboard: { writeText } })
}
const press = () =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy link to this state' }))
  })
const address = () =>
  screen.queryByRole<HTMLInputElement>('textbox', { name: 'Address of this state' })

describe('the copied link', () => {
  it('is the whole address, host and all, and the page says that it was copied', async () => {
    withClipboard(async (text) => void copied.push(text))
    render(<CopyLink hrefOf={() => '../w/pair/?a=0.5'} />)
    await press()
    expect(copied).toEqual([new URL('../w/pair/?a=0.5', document.baseURI).href])
    expect(screen.getByRole('status').textContent).toBe('Copied.')
    expect(address()).toBeNull()
  })

  it.each([
    ['refuses', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } }],
    ['has no clipboard', {}],
  ])('is shown to be copied by hand where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    render(<CopyLink hrefOf={() => '?a=0.5'} />)
    await press()
    expect(address()?.value).toBe(new URL('?a=0.5', document.baseURI).href)
    expect(screen.getByRole('status').textContent).not.toContain('Copied')
  })

  it('is not claimed for a state that came after', async () => {
    withClipboard(async (text) => void copied.push(text))
    const { rerender } = render(<CopyLink hrefOf={() => '?a=0.5'} />)
    await press()
    rerender(<CopyLink hrefOf={() => '?a=0.6'} />)
    expect(screen.getByRole('status').textContent).toBe('')
    await press()
    expect(copied).toHaveLength(2)
    expect(screen.getByRole('status').textContent).toBe('Copied.')
  })

  it('says nothing before it is asked for', () => {
    render(<CopyLink hrefOf={() => '?a=0.5'} />)
    expect(screen.getByRole('status').textContent).toBe('')
  })
})
