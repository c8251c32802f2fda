import type { Later, Rules } from '../../simulation/rules.ts'
import { dispatch, probe, probed } from './balance.ts'
import { arrive } from './client.ts'
import { drain, maintain, restart, strike } from './faults.ts'
import { type TrafficParameters, checkParameters } from './parameters.ts'
import { finish, giveUp } from './serve.ts'
import { phaseOver } from './takeover.ts'
import { type Turn, stepOf, turnOf } from './turn.ts'
import type { Server, TrafficAction, TrafficEvent, TrafficNote, TrafficWorld } from './world.ts'

const FRESH: Server = {
  condition: 'up',
  erring: false,
  slowness: 1,
  life: 0,
  busy: [],
  waiting: [],
  draining: false,
  unreplicated: [],
}

/** Everything that is settled before the first request comes. */
function plans(parameters: TrafficParameters): Later<TrafficEvent>[] {
  const { faults, maintenance, balancerFault, dependencyFault, check, servers } = parameters
  const over = (atMs: number, forMs: number, event: TrafficEvent): Later<TrafficEvent>[] =>
    Number.isFinite(forMs) ? [{ afterMs: atMs + forMs, event }] : []
  return [
    ...Array.from({ length: servers }, (_, server): Later<TrafficEvent> => ({
      // Probes of several servers are spread over the interval, as balancers do.
      afterMs: (server * check.intervalMs) / servers,
      event: { kind: 'probe', server },
    })),
    ...faults.flatMap(({ atMs, forMs }, index) => [
      { afterMs: atMs, event: { kind: 'fault', index, begins: true } } as const,
      ...over(atMs, forMs, { kind: 'fault', index, begins: false }),
    ]),
    ...maintenance.flatMap(({ atMs, forMs, drainMs }, index) => [
      ...(drainMs > 0 ? [{ afterMs: atMs, event: { kind: 'drain', index } } as const] : []),
      { afterMs: atMs + drainMs, event: { kind: 'maintain', index, begins: true } } as const,
      ...over(atMs + drainMs, forMs, { kind: 'maintain', index, begins: false }),
    ]),
    ...(balancerFault
      ? [
          { afterMs: balancerFault.atMs, event: { kind: 'balancer', up: false } } as const,
          ...over(balancerFault.atMs, balancerFault.forMs, { kind: 'balancer', up: true }),
        ]
      : []),
    ...(dependencyFault
      ? [
          { afterMs: dependencyFault.atMs, event: { kind: 'dependency', up: false } } as const,
          ...over(dependencyFault.atMs, dependencyFault.forMs, { kind: 'dependency', up: true }),
        ]
      : []),
  ]
}

function happen(turn: Turn, event: TrafficEvent): void {
  switch (event.kind) {
    case 'arrive':
      return dispatch(turn, arrive(turn), 0)
    case 'send':
      return dispatch(turn, event.request, event.attempt)
    case 'done':
      // A server that started anew knows nothing of what it did before.
      if (turn.world.servers[event.server]?.life !== event.life) return
      return finish(turn, event.server, event.request, event.attempt)
    case 'give-up':
      return giveUp(turn, event.servers, event.request, event.attempt)
    case 'probe':
      return probe(turn, event.server)
    case 'probed':
      return probed(turn, event.server, event.good)
    case 'phase':
      return phaseOver(turn, event.number)
    case 'fault': {
      const fault = turn.world.parameters.faults[event.index]
      for (const server of fault?.servers ?? []) {
        if (event.begins && fault) strike(turn, server, fault.kind)
        else restart(turn, server)
      }
      return undefined
    }
    case 'drain':
      return drain(turn, event.index)
    case 'maintain':
      return maintain(turn, event.index, event.begins)
    case 'balancer':
      turn.world = { ...turn.world, balancerUp: event.up }
      turn.notes.push(event)
      return undefined
    case 'dependency':
      turn.world = { ...turn.world, dependencyUp: event.up }
      turn.notes.push(event)
      return undefined
  }
}

/** Clients, a balancer and servers, and what befalls them. */
export const traffic: Rules<
  TrafficParameters,
  TrafficWorld,
  TrafficEvent,
  TrafficAction,
  TrafficNote
> = {
  begin: (parameters) => {
    const { servers, untilMs } = checkParameters(parameters)
    const each = <T>(value: T): readonly T[] => Array.from({ length: servers }, () => value)
    return {
      world: {
        parameters,
        requests: 0,
        servers: each(FRESH),
        beliefs: each({ up: true, against: 0 }),
        primary: 0,
        takeover: undefined,
        takeovers: 0,
        balancerUp: true,
        dependencyUp: true,
        next: 0,
      },
      schedule: [
        ...plans(parameters),
        ...(untilMs > 0 ? [{ afterMs: 0, event: { kind: 'arrive' } } as const] : []),
      ],
    }
  },
  happen: (world, event, moment) => {
    const turn = turnOf(world, moment)
    happen(turn, event)
    return stepOf(turn)
  },
  act: (world, action, moment) => {
    const turn = turnOf(world, moment)
    if (action.kind === 'balancer') happen(turn, action)
    else if (action.kind === 'restart') restart(turn, action.server)
    else strike(turn, action.server, action.kind === 'kill' ? 'crash' : 'hang')
    return stepOf(turn)
  },
  invariants: {
    'no server works on more than it can': ({ servers, parameters }) =>
      servers.every(({ busy }) => busy.length <= parameters.workers),
    'a server that is down works on nothing': ({ servers }) =>
      servers.every(
        ({ condition, busy, waiting }) =>
          condition !== 'down' || busy.length + waiting.length === 0,
      ),
  },
}
