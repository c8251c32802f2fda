import type { Rules } from '../../simulation/rules.ts'
import type { TrafficParameters } from '../../systems/traffic/parameters.ts'
import { traffic } from '../../systems/traffic/rules.ts'
import type {
  TrafficAction,
  TrafficEvent,
  TrafficNote,
  TrafficWorld,
} from '../../systems/traffic/world.ts'

/**
 * The traffic world in which maintenance that is announced promotes the standby at once, without
 * waiting for a probe to fail. The primary finishes what it has begun and loses nothing: it passes
 * on its last answers before it stops.
 */
export const withPlannedHandover: Rules<
  TrafficParameters,
  TrafficWorld,
  TrafficEvent,
  TrafficAction,
  TrafficNote
> = {
  ...traffic,
  happen: (before, event, moment) => {
    const step = traffic.happen(before, event, moment)
    const { world } = step
    const { design, maintenance, promotion } = world.parameters
    if (event.kind !== 'drain' || design !== 'active-passive') return step
    if (maintenance[event.index]?.server !== world.primary) return step
    const to = world.beliefs.findIndex(({ up }, index) => up && index !== world.primary)
    if (to < 0) return step
    const number = world.takeovers + 1
    return {
      world: {
        ...world,
        primary: undefined,
        takeovers: number,
        // Whoever planned it has decided already.
        takeover: { phase: 'promoting', to, number },
      },
      schedule: [
        ...(step.schedule ?? []),
        { afterMs: promotion.promoteMs, event: { kind: 'phase', number } },
      ],
      notes: [...(step.notes ?? []), { kind: 'phase', phase: 'promoting', server: to }],
    }
  },
}
