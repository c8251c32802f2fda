import { copiesOf, nodeIds } from '../../systems/quorum-store/turn.ts'
import type { QuorumAction, QuorumParameters } from '../../systems/quorum-store/world.ts'
import { HAND_OFF_MS, PAIRS, PAUSE_MS, REST_MS, START_MS, WAITS } from './fixed.ts'
import type { QuorumValues } from './parameters.ts'

/** One thing of a story: it comes so long after the one before it, or after that one’s answer. */
export interface Step {
  readonly waitMs: number
  readonly action: QuorumAction
}

const step = (waitMs: number, action: QuorumAction): Step => ({ waitMs, action })
const write: QuorumAction = { kind: 'write' }
const read: QuorumAction = { kind: 'read' }
const heal: QuorumAction = { kind: 'heal' }

/** What happens of itself, in its order. */
export function plan(
  { planned, gapMs, down }: QuorumValues,
  parameters: QuorumParameters,
): readonly Step[] {
  const copies = copiesOf(parameters)
  const others = nodeIds(parameters).slice(copies.length)
  const reach = (nodes: readonly string[]): QuorumAction => ({ kind: 'reach', nodes })
  switch (planned) {
    case 'pair':
      return [step(START_MS, write), step(gapMs, read)]
    case 'stream':
      return Array.from({ length: PAIRS }, (_, pair) => [
        step(REST_MS, write),
        step(Math.round(gapMs * (WAITS[pair % WAITS.length] ?? 0)), read),
      ]).flat()
    case 'half-write':
      return [
        step(START_MS, reach(copies.slice(0, 1))),
        step(0, write),
        step(PAUSE_MS, reach(copies.slice(0, parameters.read))),
        step(0, read),
        step(0, reach(copies.slice(-parameters.read))),
        step(gapMs, read),
        step(PAUSE_MS, heal),
      ]
    case 'partition': {
      const half = Math.ceil(copies.length / 2)
      return [
        step(START_MS, reach([...copies.slice(half), ...others])),
        step(PAUSE_MS, write),
        step(0, reach([...copies.slice(0, half), ...others])),
        step(gapMs, read),
        step(PAUSE_MS, heal),
        // By then whoever kept something for another has handed it on.
        step(2 * HAND_OFF_MS, read),
      ]
    }
    case 'crash': {
      const victims = copies.slice(0, down)
      return [
        ...victims.map((node, index) =>
          step(index === 0 ? START_MS : 0, { kind: 'crash', node } as const),
        ),
        step(victims.length === 0 ? START_MS : PAUSE_MS, write),
        step(gapMs, read),
        ...victims.map((node) => step(PAUSE_MS, { kind: 'restart', node } as const)),
      ]
    }
    case 'nothing':
      return []
  }
}
