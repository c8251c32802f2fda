// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Prediction } from './Prediction.tsx'

afterEach(cleanup)

const option = (id: string) => ({
  id,
  label: () => `say ${id}`,
  answer: () => `on ${id}`,
  mark: id,
})
const prediction = { question: () => 'What will it do?', options: ['rise', 'fall'].map(option) }

function Bench({ kept }: { readonly kept?: string }) {
  const [guess, setGuess] = useState(kept)
  return <Prediction prediction={prediction} guess={guess} onGuess={setGuess} />
}
const radio = (name: string): HTMLInputElement => screen.getByRole('radio', { name })
const said = () => screen.getByRole('status').textContent

describe('a prediction', () => {
  it('asks before it answers: nothing is chosen, and no answer is in the page', () => {
    const { container } = render(<Bench />)
    expect(screen.getByRole('group', { name: 'What will it do?' })).toBeDefined()
    expect([radio('say rise').checked, radio('say fall').checked]).toEqual([false, false])
    expect(container.textContent).not.toContain('on rise')
    expect(container.textContent).not.toContain('on fall')
    expect(said()).toBe('Choose one, and your guess stays on the picture.')
  })

  it('gives each guess its own answer, and lets the reader guess again', () => {
    render(<Bench />)
    fireEvent.click(radio('say fall'))
    expect([radio('say fall').checked, said()]).toEqual([true, 'on fall'])
    fireEvent.click(radio('say rise'))
    expect([radio('say rise').checked, radio('say fall').checked, said()]).toEqual([
      true,
      false,
      'on rise',
    ])
  })

  it('remembers a guess of an earlier visit, and forgets one that is no option any more', () => {
    render(<Bench kept="rise" />)
    expect([radio('say rise').checked, said()]).toEqual([true, 'on rise'])
    cleanup()
    render(<Bench kept="retired" />)
    expect(said()).toContain('Choose one')
  })

  it('keeps two of its kind on one page apart', () => {
    render(
      <>
        <Bench />
        <Bench />
      </>,
    )
    const [first, , third] = screen.getAllByRole('radio')
    if (!first || !third) throw new Error('four radio buttons, surely')
    expect(first.getAttribute('name')).not.toBe(third.getAttribute('name'))
  })
})
