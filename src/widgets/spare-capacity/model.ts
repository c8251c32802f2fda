import * as m from '#messages/messages.js'
import { evenStops, type NumberParameter, type ValuesOf } from '../../frame/parameters.ts'
import { queueAfterFailure } from '../../reliability/queue.ts'
import { minimumReplicas } from '../../reliability/spare-capacity.ts'

export const MOST_NEEDED = 6
export const MOST_SPARE = 7

const count = (
  label: () => string,
  usual: number,
  minimum: number,
  maximum: number,
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum,
  maximum,
  stops: evenStops(minimum, maximum, 1),
})

const share = (label: () => string, usual: number, minimum: number): NumberParameter => ({
  kind: 'number',
  unit: 'share',
  label,
  default: usual,
  minimum,
  maximum: 1,
  stops: evenStops(minimum, 1, 0.05),
})

export const parameters = {
  needed: count(m.spare_needed, 3, 1, MOST_NEEDED),
  spare: count(m.spare_spare, 0, 0, MOST_SPARE),
  fill: share(m.spare_fill, 0.8, 0.1),
  target: share(m.spare_target, 0.8, 0.5),
  zones: count(m.spare_zones, 1, 1, 3),
  serviced: count(m.spare_serviced, 0, 0, MOST_NEEDED + MOST_SPARE),
  failed: count(m.spare_failed, 1, 0, MOST_NEEDED + MOST_SPARE),
  zoneLost: {
    kind: 'flag',
    label: m.spare_zone_lost,
    default: false,
  },
} as const satisfies Record<
  string,
  NumberParameter | { kind: 'flag'; label: () => string; default: boolean }
>

export type SpareValues = ValuesOf<typeof parameters>

export type ServerState = 'works' | 'failed' | 'serviced' | 'zone-lost'

export interface Server {
  /** From 0, as they are numbered in the picture. */
  readonly index: number
  /** From 0; the first zones hold one more where they cannot hold alike. */
  readonly zone: number
  readonly state: ServerState
}

/** What the others are asked for once so many are out. */
export interface Loss {
  readonly out: number
  /** Share of one server's capacity that each one left is asked for; Infinity where none is left. */
  readonly perSurvivor: number
  /** Mean wait in service times; Infinity where the queue only grows. */
  readonly meanWait: number
}

export interface SpareModel {
  readonly values: SpareValues
  readonly servers: readonly Server[]
  /** The whole load, in what one server can do. */
  readonly load: number
  readonly out: number
  readonly now: Loss
  /** One entry for each number of servers out, from none to all but one. */
  readonly losses: readonly Loss[]
  /** The fewest servers that can carry this load: what N is, whatever it is said to be. */
  readonly trueNeeded: number
  /** How many may be out, in the worst place, until the others are asked for more than they can do. */
  readonly survives: number
  /** The same, until the others pass the target. */
  readonly survivesAtTarget: number
  /** How busy a server may be on a good day, to survive one loss within the target; 0 where none is left. */
  readonly safeForOne: number
  /** Whether the loss of the largest zone leaves enough; undefined with one zone. */
  readonly survivesZone: boolean | undefined
}

function lossOf(servers: number, load: number, out: number): Loss {
  const left = servers - out
  if (left === 0) return { out, perSurvivor: Infinity, meanWait: Infinity }
  const after = queueAfterFailure({ servers, arrivalRate: load, serviceRate: 1 }, out)
  return {
    out,
    perSurvivor: load / left,
    meanWait: after.kind === 'steady' ? after.outcome.meanWait : Infinity,
  }
}

/** Zones are filled in turn, so that they differ by one server at most. */
function serversOf({ needed, spare, zones, serviced, failed, zoneLost }: SpareValues): Server[] {
  const zoned = Array.from({ length: needed + spare }, (_, index) => ({
    index,
    zone: index % zones,
  }))
  const inZone = ({ zone }: { readonly zone: number }) => zoneLost && zone === 0
  // Servers are taken out for service from the end and fail from the front, so that the two meet last.
  const standing = zoned.filter((server) => !inZone(server)).map(({ index }) => index)
  const away = new Set(serviced > 0 ? standing.slice(-serviced) : [])
  const broken = new Set(standing.filter((index) => !away.has(index)).slice(0, failed))
  return zoned.map((server) => ({
    ...server,
    state: inZone(server)
      ? 'zone-lost'
      : away.has(server.index)
        ? 'serviced'
        : broken.has(server.index)
          ? 'failed'
          : 'works',
  }))
}

// Three quarters of four servers are three, whatever floating point makes of it.
const WITHIN = 1e-9

/**
 * What N servers and M spares come to: who carries the load when some are out, how busy they are
 * then, and how long a request waits, with one queue for all of them.
 *
 * @param values sound values of {@link parameters}
 * @source cooper-1981
 */
export function spareModel(values: SpareValues): SpareModel {
  const servers = serversOf(values)
  const load = values.needed * values.fill
  const all = servers.length
  const out = servers.filter(({ state }) => state !== 'works').length
  // A server that is asked for exactly all it can do has a queue that never ends: one more is needed.
  const trueNeeded = Math.floor(load + WITHIN) + 1
  const survives = Math.max(-1, all - trueNeeded)
  const largestZone = servers.filter(({ zone }) => zone === 0).length
  return {
    values,
    servers,
    load,
    out,
    now: lossOf(all, load, out),
    losses: Array.from({ length: all }, (_, lost) => lossOf(all, load, lost)),
    trueNeeded,
    survives,
    survivesAtTarget: Math.min(
      survives,
      Math.max(-1, all - minimumReplicas(load - WITHIN, 0, values.target)),
    ),
    safeForOne: ((all - 1) / all) * values.target,
    survivesZone: values.zones === 1 ? undefined : survives >= largestZone,
  }
}
