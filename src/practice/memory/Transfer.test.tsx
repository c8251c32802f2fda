// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../attempt.ts'
import { sample } from '../sample-attempts.ts'
import { fileText, type Others, type Place } from '../transfer.ts'
import { Transfer } from './Transfer.tsx'

const mine = [sample(), sample()]
const theirs = [...mine.slice(0, 1), sample(), sample()]
const others: Others = { 'still-flying': '{}' }

function place(works = true) {
  const done = { merge: vi.fn(), replace: vi.fn(), clear: vi.fn(), write: vi.fn() }
  const said = (deed: (all?: readonly Attempt[]) => void) => (all?: readonly Attempt[]) => {
    deed(all)
    return Promise.resolve(works)
  }
  const here: Place = {
    attempts: { merge: said(done.merge), replace: said(done.replace), clear: said(done.clear) },
    others: { read: () => others, write: done.write },
  }
  return { done, here }
}

const show = (here: Place) => render(<Transfer attempts={mine} unreadable={0} place={here} />)
const input = () => screen.getByLabelText('Open a file')
const choose = (text: string, name = 'still-flying.json') =>
  fireEvent.change(input(), { target: { files: [new File([text], name)] } })
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const file = (attempts: readonly Attempt[]) =>
  fileText({ exported: Date.UTC(2026, 0, 5, 12), attempts, others })

beforeEach(() => {
  // jsdom has the dialog and not its ways to open and close.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  for (const name of ['showModal', 'close'])
    Reflect.deleteProperty(HTMLDialogElement.prototype, name)
  Reflect.deleteProperty(URL, 'createObjectURL')
})

describe('a file that is opened', () => {
  it('is told before anything is done, and merged on request', async () => {
    const { done, here } = place()
    show(here)
    choose(file(theirs))
    await screen.findByText(/It holds 3 answers. New here: 2/)
    expect(screen.getByText(/That would delete one answer/)).toBeTruthy()
    expect(done.merge).not.toHaveBeenCalled()
    click('Merge')
    await screen.findByText('Merged: what was in the file is here too.')
    expect(done.merge).toHaveBeenCalledWith(theirs)
    expect(document.activeElement).toBe(input())
  })

  it('replaces only what a second question allows', async () => {
    const { done, here } = place()
    show(here)
    choose(file(theirs))
    await screen.findByText(/New here: 2/)
    click('Replace')
    expect(screen.getByRole('dialog', { name: 'Replace everything with the file?' })).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Keep everything')
    click('Keep everything')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(done.replace).not.toHaveBeenCalled()
    click('Replace')
    fireEvent.click(screen.getAllByRole('button', { name: 'Replace' }).at(-1) ?? document.body)
    await screen.findByText('Replaced: what was in the file is here now.')
    expect(done.replace).toHaveBeenCalledWith(theirs)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it.each([
    ['{"format":"anki"}', /not one that the course has saved. Nothing was changed/],
    [file(theirs).slice(0, 200), /no JSON from beginning to end/],
    [file(theirs).replace('"version": 1', '"version": 2'), /A later version of the course/],
    [file(theirs).replace('"attempts"', '"attemps"'), /something in it was changed/],
  ])('is explained when it cannot be used (%#)', async (text, said) => {
    show(place().here)
    choose(text)
    await screen.findByText(said)
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull()
  })

  it('is not read when it is far too large', async () => {
    show(place().here)
    const large = new File(['x'], 'large.json')
    Object.defineProperty(large, 'size', { value: 6_000_000 })
    const read = vi.spyOn(large, 'text')
    fireEvent.change(input(), { target: { files: [large] } })
    await screen.findByText(/larger than 5 MB/)
    expect(read).not.toHaveBeenCalled()
  })
})

describe('deleting', () => {
  it('names what goes, and offers a file first', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
    URL.createObjectURL = () => 'blob:x'
    const { done, here } = place()
    show(here)
    click('Delete everything')
    expect(screen.getByText(/deletes from this browser 2 answers/)).toBeTruthy()
    click('Save a file first')
    expect(saved).toHaveBeenCalledTimes(1)
    click('Delete')
    await screen.findByText('Deleted.')
    expect(done.clear).toHaveBeenCalledTimes(1)
    expect(done.write).toHaveBeenCalledWith({})
  })

  it('says so when it did not work, and has put everything back', async () => {
    const { done, here } = place(false)
    show(here)
    click('Delete everything')
    click('Delete')
    await screen.findByText(/nothing was changed/)
    expect(done.write).toHaveBeenLastCalledWith(others)
  })
})
