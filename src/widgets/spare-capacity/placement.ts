import { bestPlacement } from '../../reliability/best-placement.ts'
import type { SpareModel } from './model.ts'

/** How much of the time a zone is down, and each server in it by itself. */
export const ZONE_DOWN = 0.001
export const SERVER_DOWN = 0.01

/**
 * How many servers to put into each zone, the fullest first, so that too few work least often;
 * nothing where even all of them are too few.
 */
export function bestSpread({
  servers,
  trueNeeded,
  values: { zones },
}: Pick<SpareModel, 'servers' | 'trueNeeded' | 'values'>): readonly number[] | undefined {
  const replicas = servers.length
  if (trueNeeded > replicas) return undefined
  const zone = { own: 1 - ZONE_DOWN, leaves: replicas, leaf: 1 - SERVER_DOWN }
  const room = { own: 1, children: Array.from({ length: zones }, () => zone) }
  const { spread } = bestPlacement({ room, replicas, k: trueNeeded })
  return spread.toSorted((one, other) => other - one)
}
