// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AddressProblem } from './address.ts'
import { defineWidget } from './contract.ts'
import { row, variable } from './expression.ts'
import { createInstance } from './instance.ts'
import { evenStops, type NumberParameter } from './parameters.ts'
import { WidgetFrame } from './WidgetFrame.tsx'

afterEach(cleanup)

const half: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: () => 'Half',
  minimum: 0,
  maximum: 1,
  default: 0.5,
  stops: evenStops(0, 1, 0.1),
}
const parameters = {
  half,
  on: { kind: 'flag', label: () => 'On', default: false },
  mode: {
    kind: 'choice',
    label: () => 'Mode',
    default: 'calm',
    options: { calm: () => 'very calm' },
  },
} as const

interface Model {
  readonly half: number
}

const widget = defineWidget<typeof parameters, Model, string>({
  id: 'a-widget',
  title: () => 'The title',
  scale: () => 'the scale',
  parameters,
  scenes: [
    { id: 'opening', label: () => 'Opening', values: {} },
    { id: 'most', label: () => 'Most', values: { half: 0.9 } },
    { id: 'broken', label: () => 'Broken', values: { half: 0 } },
  ],
  firstScene: 'opening',
  model: (values) => ({ half: values.half }),
  describe: (model) => `It is ${model.half}.`,
  verdict: (model) => ({ text: `verdict ${model.half}`, tone: 'works' }),
  readings: (model) => [
    {
      id: 'r',
      label: 'Reading',
      value: String(model.half),
      unit: 'h',
      formula: row(variable('x', '7')),
    },
  ],
  formula: (model) => row(variable('y', String(model.half))),
  data: ({ half }) => ({ columns: ['Half'], rows: [[half]] }),
  caption: () => ['The claim.', 'And the rest.'],
  assumptions: () => ['One thing left out.'],
  sources: [{ title: 'A Book', authors: ['Doe, J.', 'Roe, R.'], year: 1999, where: 'A Press' }],
  prediction: {
    question: () => 'What now?',
    options: [{ id: 'up', label: () => 'up', mark: 'the mark', answer: () => 'It is up.' }],
  },
  Figure: ({ model, guess, choose }) => {
    if (model.half === 0) throw new Error('no picture of nothing')
    return (
      <svg viewBox="0 0 10 10">
        <rect data-testid="more" onClick={() => choose?.('half', 0.8)} />
        <text>{`picture ${model.half} ${guess ?? 'unguessed'}`}</text>
      </svg>
    )
  },
})

function show(
  more: { readonly problems?: readonly AddressProblem[]; readonly label?: string } = {},
) {
  const store = createInstance(widget.first)
  const onScene = vi.fn()
  const onReady = vi.fn()
  const { container } = render(
    <>
      <p>the text around it</p>
      <WidgetFrame
        widget={widget}
        store={store}
        addresses={{
          own: '../en/w/a-widget/',
          share: '../w/a-widget/',
          present: '../en/present/a-widget/',
          embed: '../embed/a-widget/',
        }}
        heading="h3"
        onScene={onScene}
        onReady={onReady}
        {...more}
      />
    </>,
  )
  return { store, onScene, onReady, container }
}

const scene = (name: string) => screen.getByRole('link', { name })
const reset = (): HTMLButtonElement => screen.getByRole('button', { name: 'Reset' })

describe('defineWidget', () => {
  it('refuses a first scene that is none of the scenes', () => {
    const { id, title, caption, assumptions, sources } = widget
    expect(() =>
      defineWidget<typeof parameters, Model>({
        id,
        title,
        caption,
        assumptions,
        sources,
        parameters,
        scenes: [],
        firstScene: 'gone',
        model: () => ({ half: 1 }),
        describe: () => '',
        verdict: () => ({ text: '', tone: 'neutral' }),
        readings: () => [],
        data: () => ({ columns: [], rows: [] }),
        formula: () => row(),
        Figure: () => null,
      }),
    ).toThrow(/a-widget.*gone/)
  })
})

describe('the frame of a widget', () => {
  it('has the parts in the order that every widget has them in', () => {
    const { container } = show({ label: 'Figure 1.1' })
    // visual-language.md: title, scenes, stage, readings, controls, caption with lesson and formula;
    // the question stands before all of it.
    const order = [
      screen.getByRole('group', { name: 'What now?' }),
      screen.getByRole('heading', { name: 'Figure 1.1 The title' }),
      screen.getByText('the scale'),
      screen.getByRole('list', { name: 'Scenes of this figure' }),
      screen.getByRole('img', { name: 'It is 0.5.' }),
      screen.getByText('Reading', { selector: 'figure > div dt' }),
      screen.getByText('verdict 0.5'),
      screen.getByRole('slider', { name: 'Half' }),
      reset(),
      screen.getByRole('button', { name: /Copy link/ }),
      screen.getByText('The claim.'),
      screen.getByText('How these numbers come about'),
      screen.getByText('One thing left out.'),
      screen.getByText(/Doe, J\. and Roe, R\. \(1999\)/),
      container.querySelector('figcaption > div:last-child math'),
      container.querySelector('[data-live]'),
    ]
    for (const [index, part] of order.entries()) {
      expect(part, String(index)).not.toBeNull()
      const next = order[index + 1]
      if (!part || !next) continue
      const follows = part.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING
      expect(follows, `part ${index + 1} after part ${index}`).toBeTruthy()
    }
  })

  it('sets the first sentence of the caption apart, and shows the workings of a reading', () => {
    show()
    expect(screen.getByText('The claim.').tagName).toBe('STRONG')
    const workings = screen.getByText('How these numbers come about').closest('details')
    expect(workings?.textContent).toContain('Readingx7')
  })

  it('gives its picture a text alternative that follows the state', () => {
    show()
    fireEvent.click(scene('Most'))
    expect(screen.getByRole('img', { name: 'It is 0.9.' })).toBeDefined()
    expect(screen.getByText('picture 0.9 unguessed')).toBeDefined()
    expect(screen.getByText('verdict 0.9')).toBeDefined()
  })

  it('puts the guess on the picture as the mark of the option, and leaves the state alone', () => {
    const { store } = show()
    fireEvent.click(screen.getByRole('radio', { name: 'up' }))
    expect(screen.getByText('picture 0.5 the mark')).toBeDefined()
    expect(store.getState().values).toEqual(widget.first)
  })

  it('links each scene to its own address, marks the one that stands, and goes there on the page', () => {
    const { store, onScene } = show()
    expect(scene('Opening').getAttribute('href')).toBe('../en/w/a-widget/')
    expect(scene('Most').getAttribute('href')).toBe('../en/w/a-widget/?half=0.9')
    expect(scene('Opening').getAttribute('aria-current')).toBe('true')
    expect(fireEvent.click(scene('Most'))).toBe(false)
    expect(store.getState().values['half']).toBe(0.9)
    expect(onScene).toHaveBeenCalledTimes(1)
    expect(scene('Most').getAttribute('aria-current')).toBe('true')
    expect(scene('Opening').getAttribute('aria-current')).toBeNull()
  })

  it.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a click with %s to the browser', (key) => {
    const { store, onScene } = show()
    // The page must not be left: jsdom cannot go anywhere, so the frame's parent stops the click.
    document.body.addEventListener('click', (event) => event.preventDefault(), { once: true })
    fireEvent.click(scene('Most'), { [key]: true })
    expect(store.getState().values['half']).toBe(0.5)
    expect(onScene).not.toHaveBeenCalled()
  })

  it('resets to where it opened, and only when there is something to reset', () => {
    const { store } = show()
    expect(reset().disabled).toBe(true)
    fireEvent.click(scene('Most'))
    expect(reset().disabled).toBe(false)
    fireEvent.click(reset())
    expect(store.getState().values).toEqual(widget.first)
    expect(reset().disabled).toBe(true)
  })

  it('answers when it is there, once, with its own element', () => {
    const { onReady, container } = show()
    expect(onReady).toHaveBeenCalledTimes(1)
    expect(onReady).toHaveBeenCalledWith(container.querySelector('[data-widget="a-widget"]'))
  })

  it('lets its picture give a parameter a value', () => {
    const { store } = show()
    fireEvent.click(screen.getByTestId('more'))
    expect(store.getState().values['half']).toBe(0.8)
    expect(screen.getByRole('img', { name: 'It is 0.8.' })).toBeDefined()
  })

  it('keeps the page alive when its picture fails, and starts again where it opened', () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { store } = show()
    fireEvent.click(scene('Broken'))
    expect(screen.getByText('the text around it')).toBeDefined()
    expect(screen.queryByRole('img')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Start the figure again' }))
    expect(screen.getByRole('img', { name: 'It is 0.5.' })).toBeDefined()
    expect(store.getState().values).toEqual(widget.first)
    complain.mockRestore()
  })
})

describe('an address that had to be mended', () => {
  const told = (problems: readonly AddressProblem[]) => {
    show({ problems })
    const box = screen.getByText(/Part of this address could not be used/).parentElement
    if (!box) throw new Error('the box of problems is gone')
    expect(box.getAttribute('role')).toBe('status')
    return within(box)
      .getAllByRole('listitem')
      .map((item) => item.textContent)
  }

  it.each([
    [{ kind: 'too-long' }, /too long/],
    [{ kind: 'unknown', key: 'wings' }, /“wings”/],
    [{ kind: 'unreadable', key: 'half', used: 0.5 }, /^Half: .* could not be read; 50% is used/],
    [{ kind: 'out-of-range', key: 'half', used: 1 }, /^Half: .* outside its range; 100% is used/],
    [{ kind: 'unreadable', key: 'on', used: false }, /^On: .*; off is used/],
    [{ kind: 'unreadable', key: 'mode', used: 'calm' }, /^Mode: .*; very calm is used/],
  ] satisfies [AddressProblem, RegExp][])('says what was wrong: %j', (problem, sentence) => {
    expect(told([problem])).toEqual([expect.stringMatching(sentence)])
  })

  it('shows what a hostile address is called as text, and no more than five problems', () => {
    const key = '<img src=x onerror=alert(1)>'
    const said = told(Array.from({ length: 9 }, () => ({ kind: 'unknown', key })))
    expect(said).toHaveLength(5)
    expect(said[0]).toContain(key)
    expect(document.querySelector('img')).toBeNull()
  })

  it('is not spoken of when nothing was wrong', () => {
    show()
    expect(screen.queryByText(/Part of this address/)).toBeNull()
  })
})
