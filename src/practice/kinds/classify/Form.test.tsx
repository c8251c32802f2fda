// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { ClassifyQuestion } from '../../question.ts'
import { ClassifyForm } from './Form.tsx'
import { judge } from './judge.ts'

afterEach(cleanup)

const question: ClassifyQuestion = {
  kind: 'classify',
  prompt: 'Of what is there more than one?',
  columns: [
    { id: 'space', text: 'Hardware' },
    { id: 'time', text: 'Time' },
  ],
  items: [
    {
      id: 'raid',
      text: 'A mirrored disk',
      in: 'space',
      why: 'Two disks hold the same.',
      mistakes: { time: { why: 'Nothing is done twice.', misconception: 'writes-twice' } },
    },
    {
      id: 'retry',
      text: 'A `GET` sent again',
      in: 'time',
      why: 'The same is tried later.',
      mistakes: { space: { why: 'It is the same machine.', misconception: 'retry-is-a-copy' } },
    },
  ],
  solution: [],
}

function Asked({ judged }: { readonly judged?: Record<string, string> }) {
  const [draft, onDraft] = useState<AnswerOf<'classify'> | undefined>(
    judged && { kind: 'classify', columns: judged },
  )
  const judgement = judged && draft ? judge(question, draft) : undefined
  return (
    <ClassifyForm
      question={question}
      draft={draft}
      onDraft={onDraft}
      name="more"
      {...(judgement ? { judgement } : {})}
    />
  )
}

const row = (name: string) => screen.getByRole('radiogroup', { name })
const cell = (item: string, column: string): HTMLInputElement =>
  within(row(item)).getByRole('radio', { name: column })
const placed = (item: string) =>
  within(row(item))
    .getAllByRole<HTMLInputElement>('radio')
    .map(({ checked }) => checked)

describe('the form of a classification', () => {
  it('has for each item a group of its name, with the name of a column on each button', () => {
    render(<Asked />)
    expect(placed('A mirrored disk')).toEqual([false, false])
    expect(cell('A GET sent again', 'Hardware')).toBeDefined()
    expect(cell('A GET sent again', 'Time')).toBeDefined()
  })

  it('places one item without moving another, and places it anew', () => {
    render(<Asked />)
    fireEvent.click(cell('A mirrored disk', 'Time'))
    fireEvent.click(cell('A GET sent again', 'Time'))
    fireEvent.click(cell('A mirrored disk', 'Hardware'))
    expect(placed('A mirrored disk')).toEqual([true, false])
    expect(placed('A GET sent again')).toEqual([false, true])
  })

  it('says of each item where it belongs, and of a wrong column why not there', () => {
    render(<Asked judged={{ raid: 'space', retry: 'space' }} />)
    const said = (item: string) => row(item).querySelector('p:last-child')?.textContent
    expect(said('A mirrored disk')).toBe(
      'You chose “Hardware”, and it is right. Two disks hold the same.',
    )
    expect(said('A GET sent again')).toBe(
      'You chose “Hardware”. It belongs to “Time”. It is the same machine.',
    )
  })

  it('cannot be changed once it is judged', () => {
    render(<Asked judged={{ raid: 'time', retry: 'time' }} />)
    expect(screen.getAllByRole('radio').every((one) => one.matches(':disabled'))).toBe(true)
    expect(placed('A mirrored disk')).toEqual([false, true])
  })
})
