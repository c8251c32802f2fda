import type { Deed } from '../../simulation/history.ts'
import type { MultiPrimaryAction } from '../../systems/multi-primary/world.ts'
import { CUT_MS, FIRST_MS, JITTER, MENDED_MS, SECOND_MS } from './fixed.ts'

export type Planned =
  'both-add' | 'in-turn' | 'remove-and-add' | 'remove-and-again' | 'partition' | 'nothing'

const addTea: MultiPrimaryAction = { kind: 'add', site: 'A', good: 'tea' }
const addMilk: MultiPrimaryAction = { kind: 'add', site: 'B', good: 'milk' }
const removeBread: MultiPrimaryAction = { kind: 'remove', site: 'B', good: 'bread' }

const links = (kind: 'cut' | 'mend', atMs: number): readonly Deed<MultiPrimaryAction>[] =>
  ['B', 'C'].map((other) => ({ atMs, action: { kind, one: 'A', other } }))

/** What customers do, and what befalls the network, before the reader does anything. */
export function plan({
  planned,
  latencyMs,
}: {
  readonly planned: Planned
  readonly latencyMs: number
}): readonly Deed<MultiPrimaryAction>[] {
  switch (planned) {
    case 'both-add':
      return [
        { atMs: FIRST_MS, action: addTea },
        { atMs: SECOND_MS, action: addMilk },
      ]
    case 'in-turn':
      return [
        { atMs: FIRST_MS, action: addTea },
        // Long after it has heard of the tea.
        { atMs: SECOND_MS + Math.round(JITTER[1] * latencyMs), action: addMilk },
      ]
    case 'remove-and-add':
      return [
        { atMs: FIRST_MS, action: removeBread },
        { atMs: SECOND_MS, action: addTea },
      ]
    case 'remove-and-again':
      return [
        { atMs: FIRST_MS, action: removeBread },
        { atMs: SECOND_MS, action: { kind: 'add', site: 'A', good: 'bread' } },
      ]
    case 'partition':
      return [
        ...links('cut', CUT_MS),
        { atMs: FIRST_MS, action: addTea },
        { atMs: SECOND_MS, action: addMilk },
        { atMs: SECOND_MS + 700, action: removeBread },
        ...links('mend', MENDED_MS),
      ]
    case 'nothing':
      return []
  }
}
