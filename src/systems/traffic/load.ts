import type { History } from '../../simulation/history.ts'
import type { TrafficParameters } from './parameters.ts'
import type { TrafficAction, TrafficNote, TrafficWorld } from './world.ts'

/** Looks at a stretch: more of them than any rhythm of arrivals is likely to fall in step with. */
const LOOKS = 499

/**
 * How busy each server was over a stretch of a run: the mean share of its workers that worked.
 * What it does for clients that have given up counts, for it does not know of that.
 *
 * @param run the history of a traffic world
 * @param fromMs where the stretch begins, in milliseconds
 * @param toMs where it ends, after `fromMs`
 * @returns for each server a share in [0, 1]
 * @throws RangeError if the stretch does not end after it begins
 * @example loadPerServer(history(traffic, course), 0, 1000) // [0.4, 0.4]
 */
export function loadPerServer(
  run: History<TrafficParameters, TrafficWorld, TrafficAction, TrafficNote>,
  fromMs: number,
  toMs: number,
): readonly number[] {
  if (!(toMs > fromMs)) {
    throw new RangeError(`loadPerServer: toMs must lie after fromMs, got ${fromMs} and ${toMs}`)
  }
  const { servers, workers } = run.course.parameters
  const busy = Array.from({ length: servers }, () => 0)
  for (let look = 0; look < LOOKS; look += 1) {
    const { world } = run.at(fromMs + ((look + 0.5) * (toMs - fromMs)) / LOOKS)
    world.servers.forEach((server, index) => {
      busy[index] = (busy[index] ?? 0) + server.busy.length
    })
  }
  return busy.map((sum) => sum / (LOOKS * workers))
}
