// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Keys } from './Keys.tsx'
import type { Course } from './practice-context.ts'
import type { Question } from './question.ts'
import { SAMPLES } from './sample-questions.ts'

afterEach(cleanup)

const question = (id: string, lesson: string): Question => ({
  id,
  outcome: 'implement',
  lesson,
  aim: `Aim of ${id}`,
  depth: 'recall',
  kind: 'choice',
  parameters: {},
  lay: () => SAMPLES.choice,
})
const course: Course = {
  questions: ['a', 'b', 'c'].flatMap((id) => [
    question(`quorums-${id}`, 'quorums'),
    question(`regions-${id}`, 'regions'),
  ]),
  misconceptions: {},
  outcomes: [{ id: 'implement', text: 'Build it' }],
  parts: [],
  hrefOf: { lesson: (lesson) => lesson, scene: (widget, scene) => `${widget}/${scene}` },
}

function show(query: string, load: () => Promise<Course> = () => Promise.resolve(course)) {
  history.replaceState(null, '', `/practice-key/${query}`)
  render(<Keys outcomes={course.outcomes} load={load} student="/practice/" first={<p>First</p>} />)
}
const apply = () => fireEvent.click(screen.getByRole('button', { name: 'Show them' }))
const student = () =>
  screen.getByRole('link', { name: 'The same for a student, on screen' }).getAttribute('href')

describe('the sheet of keys', () => {
  it.each([
    ['?seed=3&lesson=quorums&count=2', '2 questions, seed 3'],
    ['?seed=3&outcome=implement&count=5', '5 questions, seed 3'],
    // Twelve at most, as the page of practice has it; there are six.
    ['?seed=3', '6 questions, seed 3'],
  ])('of %s sends students to the same questions', async (query, said) => {
    show(query)
    expect(await screen.findByText(said)).toBeTruthy()
    expect(student()).toBe(`/practice/${query}`)
  })

  it('keeps to the questions of its address when only the keys are left out', async () => {
    show('?seed=3&lesson=quorums&count=2')
    await screen.findByText('2 questions, seed 3')
    fireEvent.change(screen.getByRole('combobox', { name: 'Show' }), {
      target: { value: 'without' },
    })
    apply()
    expect(location.search).toBe('?seed=3&lesson=quorums&count=2&keys=no')
    expect(student()).toBe('/practice/?seed=3&lesson=quorums&count=2')
  })

  it('has all questions where none are asked for', async () => {
    show('')
    expect(screen.getByText('First')).toBeTruthy()
    apply()
    expect(await screen.findByText('6 questions, seed 1')).toBeTruthy()
  })

  it('says so where its address cannot be read', async () => {
    show('?seed=-1')
    expect(await screen.findByText(/^The address asks for/)).toBeTruthy()
  })

  it('says that the questions did not come only until they do', async () => {
    let fails = true
    show('?seed=3', () => (fails ? Promise.reject(new Error('offline')) : Promise.resolve(course)))
    expect(await screen.findByRole('alert')).toBeTruthy()
    fails = false
    apply()
    expect(await screen.findByText('6 questions, seed 3')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
