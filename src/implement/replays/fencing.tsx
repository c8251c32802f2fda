import { replayed } from '../../simulation/decisions.ts'
import { DECISIONS, leaseWith } from '../../systems/lease/rules.ts'
import type { LeaseAction, LeaseParameters } from '../../systems/lease/world.ts'
import { timeline } from '../../widgets/fencing/events.ts'
import { FencingFigure } from '../../widgets/fencing/Figure.tsx'
import { fencingRun, parameters } from '../../widgets/fencing/model.ts'
import type { Broken, Replay } from './replay.ts'

/** The store that the reader wrote, drawn as the figure of fencing draws its own. */
export function replay({ course, answers, breach }: Broken<LeaseParameters, LeaseAction>): Replay {
  const { ttlMs, marginMs, clocks } = course.parameters
  const values = {
    planned: 'nothing',
    protection: 'fencing',
    napMs: parameters.napMs.default,
    ttlMs,
    marginMs,
    clock: 100 * (clocks['H1'] ?? 1),
  } as const
  const model = fencingRun(values, course, leaseWith(replayed(answers, DECISIONS)))
  return {
    timeline: { ...timeline(model), restMs: breach.atMs },
    figure: (atMs) => <FencingFigure model={model} atMs={atMs} guess={undefined} act={undefined} />,
  }
}
