import * as m from '#messages/messages.js'
import type { Commands } from './commands.ts'

/** How far an arrow moves the light or the enlarged part, as a share of the picture. */
const STRIDE = 0.08

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey'>

interface Binding {
  /** As browsers name them. Clickers send PageDown and PageUp, and a full stop or B for black. */
  readonly keys: readonly string[]
  /** The keys as one writes them, and what they do; absent for one that only a clicker has. */
  readonly written: string
  readonly does: () => string
  readonly run: (commands: Commands, key: Key) => void
}

const arrow = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

export const bindings: readonly Binding[] = [
  {
    keys: ['ArrowRight', 'PageDown', 'n'],
    written: '→  PgDn',
    does: m.present_next,
    run: (commands) => commands.next(),
  },
  {
    keys: ['ArrowLeft', 'PageUp'],
    written: '←  PgUp',
    does: m.present_previous,
    run: (commands) => commands.previous(),
  },
  {
    keys: ['Home'],
    written: 'Home',
    does: m.present_first,
    run: (commands) => commands.goTo(0),
  },
  { keys: [' ', 'k'], written: 'Space', does: m.present_play, run: (commands) => commands.play() },
  { keys: ['ArrowDown'], written: '↓', does: m.present_step, run: (commands) => commands.step() },
  {
    keys: ['ArrowUp'],
    written: '↑',
    does: m.present_step_back,
    run: (commands) => commands.stepBack(),
  },
  { keys: ['b', '.'], written: 'B  .', does: m.present_black, run: (commands) => commands.black() },
  { keys: ['z'], written: 'Z', does: m.present_zoom, run: (commands) => commands.zoom() },
  { keys: ['s'], written: 'S', does: m.present_light, run: (commands) => commands.light() },
  { keys: ['q'], written: 'Q', does: m.present_code, run: (commands) => commands.code() },
  { keys: ['r'], written: 'R', does: m.present_reset, run: (commands) => commands.reset() },
]

/** The arrows with Shift move the light or what is enlarged; the digits do the figure's actions. */
export function run(commands: Commands, event: Key): boolean {
  const { key, shiftKey } = event
  if (shiftKey && key in arrow) {
    const [x, y] = arrow[key as keyof typeof arrow]
    commands.move(x * STRIDE, y * STRIDE)
    return true
  }
  if (/^[1-9]$/.test(key)) {
    commands.act(Number(key) - 1)
    return true
  }
  const binding = bindings.find(({ keys }) =>
    keys.includes(key.length === 1 ? key.toLowerCase() : key),
  )
  binding?.run(commands, event)
  return binding !== undefined
}

/** Whether a key belongs to the control that has the focus, and not to the show. */
export function isTyped({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return true
  if (target.closest('select, textarea, dialog, [contenteditable]')) return true
  const input = target.closest('input')
  // A clicker turns the pages wherever the focus is; a slider or a row of choices wants its arrows.
  if (input) return !['PageDown', 'PageUp'].includes(key) || input.type === 'range'
  if (target.closest('[role="region"][tabindex]')) return /^(Arrow|Page|Home|End)/.test(key)
  return [' ', 'Enter'].includes(key) && target.closest('button, a, summary') !== null
}
