// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Controls } from './Controls.tsx'
import { defaultsOf, evenStops, type Schema, type Value, type Values } from './parameters.ts'

afterEach(cleanup)

const share = {
  kind: 'number',
  unit: 'share',
  minimum: 0,
  maximum: 1,
  stops: evenStops(0, 1, 0.1),
} as const
const schema: Schema = {
  works: { ...share, label: () => 'Works', default: 0.5 },
  nodes: {
    kind: 'number',
    unit: 'count',
    label: () => 'Nodes',
    minimum: 1,
    maximum: 9,
    default: 3,
    stops: [1, 3, 5, 7, 9],
  },
  inPath: { kind: 'flag', label: () => 'Router in path', default: false },
  router: { ...share, label: () => 'Router works', default: 0.9, needs: 'inPath' },
  cause: {
    kind: 'choice',
    label: () => 'Cause',
    default: 'none',
    options: { none: () => 'none at all', flock: () => 'a flock' },
  },
}

const changes: [string, Value][] = []

function Bench() {
  const [values, setValues] = useState<Values>(defaultsOf(schema))
  return (
    <Controls
      schema={schema}
      values={values}
      onChange={(key, value) => {
        changes.push([key, value])
        setValues((before) => ({ ...before, [key]: value }))
      }}
    />
  )
}

function show() {
  changes.length = 0
  render(<Bench />)
}

const slider = (name: string): HTMLInputElement => screen.getByRole('slider', { name })
const entry = (name: string): HTMLInputElement =>
  screen.getByRole('textbox', { name: `${name}: type a value` })

/** What a browser does for an arrow key: it moves the thumb by a step and tells. */
function press(name: string, steps: number) {
  const input = slider(name)
  if (steps > 0) input.stepUp(steps)
  else input.stepDown(-steps)
  fireEvent.input(input)
}

function type(name: string, text: string, key?: 'Enter' | 'Escape') {
  fireEvent.focus(entry(name))
  fireEvent.change(entry(name), { target: { value: text } })
  if (key === undefined) fireEvent.blur(entry(name))
  else fireEvent.keyDown(entry(name), { key })
}

const complaintOf = (name: string) => {
  const id = entry(name).getAttribute('aria-describedby')
  return id === null ? undefined : document.getElementById(id)?.textContent
}

describe('a slider', () => {
  it('moves a key press along its stops, and says where it stands', () => {
    show()
    press('Works', 1)
    expect(changes).toEqual([['works', 0.6]])
    expect(slider('Works').getAttribute('aria-valuetext')).toBe('60%')
    expect(entry('Works').value).toBe('60%')
    press('Works', -2)
    expect(changes.at(-1)).toEqual(['works', 0.4])
  })

  it('stops at its ends', () => {
    show()
    press('Nodes', 40)
    expect(changes.at(-1)).toEqual(['nodes', 9])
    press('Nodes', -40)
    expect(changes.at(-1)).toEqual(['nodes', 1])
  })

  it('stands at the nearest stop when an exact value was typed', () => {
    show()
    type('Works', '33')
    expect(slider('Works').valueAsNumber).toBe(3)
    expect(slider('Works').getAttribute('aria-valuetext')).toBe('33%')
  })
})

describe('typing a value', () => {
  // Per cent are typed, shares are kept: 0.5 % is 0.005.
  it.each([
    ['50', 0.5],
    ['0,5 %', 0.005],
    ['0.5%', 0.005],
    ['99.999', 0.99999],
    ['7', 0.07],
    ['29', 0.29],
    ['1e-3', 0.00001],
  ])('reads %j as the share %d', (text, kept) => {
    show()
    type('Works', text, 'Enter')
    expect(changes).toEqual([['works', kept]])
    expect(complaintOf('Works')).toBeUndefined()
  })

  it('says that "abc" is no number and what would be one, and keeps the value', () => {
    show()
    type('Works', 'abc')
    expect(changes).toEqual([])
    expect(entry('Works').value).toBe('50%')
    expect(entry('Works').getAttribute('aria-invalid')).toBe('true')
    expect(complaintOf('Works')).toBe('That is not a number. Type one from 0% to 100%.')
  })

  it.each([
    ['700', 1, '100%'],
    ['-3', 0, '0%'],
  ])('keeps %s within its limits and says so', (text, kept, shown) => {
    show()
    type('Works', text)
    expect(changes).toEqual([['works', kept]])
    expect(entry('Works').value).toBe(shown)
    expect(complaintOf('Works')).toBe('Kept within its limits, from 0% to 100%.')
  })

  it('forgets the complaint once the value is sound again, typed or slid', () => {
    show()
    type('Works', 'abc')
    type('Works', '20')
    expect(complaintOf('Works')).toBeUndefined()
    type('Works', '700')
    press('Works', -1)
    expect(complaintOf('Works')).toBeUndefined()
  })

  it('gives the old value back on Escape, and leaving the field then changes nothing', () => {
    show()
    type('Works', '12', 'Escape')
    expect(entry('Works').value).toBe('50%')
    fireEvent.blur(entry('Works'))
    expect(changes).toEqual([])
  })

  it('changes nothing when the field is entered and left', () => {
    show()
    fireEvent.focus(entry('Works'))
    fireEvent.blur(entry('Works'))
    expect(changes).toEqual([])
  })

  it('keeps a count whole', () => {
    show()
    type('Nodes', '4.6')
    expect(changes).toEqual([['nodes', 5]])
  })
})

describe('a number that needs a flag', () => {
  it('is off and out of reach until the flag is on, and keeps its value', () => {
    show()
    const dependant = slider('Router in path')
    expect(dependant.disabled).toBe(true)
    expect(dependant.getAttribute('aria-valuetext')).toBe('off')
    expect(screen.queryByRole('textbox', { name: 'Router works: type a value' })).toBeNull()
    fireEvent.click(screen.getByRole('switch', { name: 'Router in path' }))
    expect(changes).toEqual([['inPath', true]])
    expect(slider('Router in path').disabled).toBe(false)
    expect(entry('Router works').value).toBe('90%')
  })

  it('stands once: under its flag and not in the row of the others', () => {
    show()
    expect(screen.getAllByRole('slider')).toHaveLength(3)
  })
})

describe('a control that belongs to one choice alone', () => {
  it('is off where another is chosen, and keeps its value', () => {
    const only = { choice: 'whose', is: ['mine'] }
    const owned: Schema = {
      whose: { kind: 'choice', label: () => 'Whose', default: 'mine', options: {} },
      size: { ...share, label: () => 'Size', default: 0.3, only },
      fast: { kind: 'flag', label: () => 'Fast', default: true, only },
    }
    const at = (whose: string) => (
      <Controls schema={owned} values={{ whose, size: 0.3, fast: true }} onChange={() => {}} />
    )
    const { rerender } = render(at('mine'))
    expect([slider('Size').disabled, slider('Size').getAttribute('aria-valuetext')]).toEqual([
      false,
      '30%',
    ])
    rerender(at('theirs'))
    expect([slider('Size').disabled, slider('Size').getAttribute('aria-valuetext')]).toEqual([
      true,
      'off',
    ])
    const fast: HTMLInputElement = screen.getByRole('switch', { name: 'Fast' })
    expect([fast.disabled, fast.checked]).toEqual([true, false])
  })

  it('is off where the choice that it belongs to is off itself', () => {
    const chain: Schema = {
      whose: { kind: 'choice', label: () => 'Whose', default: 'mine', options: {} },
      shape: {
        kind: 'choice',
        label: () => 'Shape',
        default: 'round',
        options: {},
        only: { choice: 'whose', is: ['mine'] },
      },
      size: {
        ...share,
        label: () => 'Size',
        default: 0.3,
        only: { choice: 'shape', is: ['round'] },
      },
    }
    const at = (whose: string, shape: string) => (
      <Controls schema={chain} values={{ whose, shape, size: 0.3 }} onChange={() => {}} />
    )
    const { rerender } = render(at('mine', 'round'))
    expect(slider('Size').disabled).toBe(false)
    rerender(at('theirs', 'round'))
    expect(slider('Size').disabled).toBe(true)
    rerender(at('mine', 'square'))
    expect(slider('Size').disabled).toBe(true)
  })

  it('is not there at all where it hides, so that its like can take its place', () => {
    const answer = (whose: string) =>
      ({
        kind: 'choice',
        label: () => `Answer, ${whose}`,
        default: 'none',
        options: { none: () => 'none' },
        only: { choice: 'whose', is: [whose], hides: true },
      }) as const
    const schema: Schema = {
      whose: { kind: 'choice', label: () => 'Whose', default: 'mine', options: {} },
      mine: answer('mine'),
      theirs: answer('theirs'),
    }
    render(
      <Controls
        schema={schema}
        values={{ whose: 'theirs', mine: 'none', theirs: 'none' }}
        onChange={() => {}}
      />,
    )
    expect(screen.queryByRole('group', { name: 'Answer, mine' })).toBeNull()
    expect(screen.getByRole('group', { name: 'Answer, theirs' })).toBeDefined()
  })

  it('may depend on several others by a rule', () => {
    const only = ({ one, two }: Values) => !(one === true && two === true)
    const ruled: Schema = { size: { ...share, label: () => 'Size', default: 0.3, only } }
    const at = (one: boolean, two: boolean) => (
      <Controls schema={ruled} values={{ size: 0.3, one, two }} onChange={() => {}} />
    )
    const { rerender } = render(at(true, false))
    expect(slider('Size').disabled).toBe(false)
    rerender(at(true, true))
    expect(slider('Size').disabled).toBe(true)
  })
})

describe('a choice', () => {
  it('is a group of radio buttons under its question, one of them chosen', () => {
    show()
    expect(screen.getByRole('group', { name: 'Cause' })).toBeDefined()
    const flock: HTMLInputElement = screen.getByRole('radio', { name: 'a flock' })
    expect(flock.checked).toBe(false)
    fireEvent.click(flock)
    expect(changes).toEqual([['cause', 'flock']])
    expect(flock.checked).toBe(true)
  })
})

describe('a choice whose options follow another one', () => {
  const schema: Schema = {
    where: {
      kind: 'choice',
      label: () => 'Where',
      default: 'land',
      options: { land: () => 'on land', sea: () => 'at sea' },
    },
    what: {
      kind: 'choice',
      label: () => 'What',
      default: 'none',
      list: true,
      options: {
        none: () => 'nothing',
        wheel: ({ where }) => (where === 'land' ? 'a wheel' : undefined),
        rudder: ({ where }) => (where === 'sea' ? 'a rudder' : undefined),
      },
    },
  }
  const list = (values: Values) => {
    render(<Controls schema={schema} values={values} onChange={(...change) => told.push(change)} />)
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'What' })
    return { select, words: Array.from(select.options, ({ text }) => text) }
  }
  const told: [string, Value][] = []

  it('lists those on offer, and tells which is taken', () => {
    const { select, words } = list({ where: 'sea', what: 'none' })
    expect(words).toEqual(['nothing', 'a rudder'])
    fireEvent.change(select, { target: { value: 'rudder' } })
    expect(told).toEqual([['what', 'rudder']])
  })

  it('shows the first where that which is chosen is not on offer', () => {
    expect(list({ where: 'sea', what: 'wheel' }).select.value).toBe('none')
  })
})
