import { type Draw, drawFrom } from '../../simulation/draw.ts'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { splitBrain } from './rules.ts'
import type {
  Arbitration,
  Flaw,
  NodeId,
  SplitBrainAction,
  SplitBrainNote,
  SplitBrainParameters,
  SplitBrainWorld,
} from './world.ts'

/** Two nodes, their luck, and everything that befalls them: the same schedule is the same run. */
export interface Schedule {
  readonly parameters: SplitBrainParameters
  readonly seed: number
  readonly deeds: readonly Deed<SplitBrainAction>[]
}

/** How long a random schedule lasts. */
export const SCHEDULE_MS = 8000

const pick = <T>(draw: Draw, stream: string, from: readonly [T, ...T[]]): T =>
  from[draw.whole(stream, 0, from.length - 1)] ?? from[0]

/** Runs a schedule to its end. */
export function runSchedule({ parameters, seed, deeds }: Schedule, untilMs = SCHEDULE_MS) {
  const run = machine(splitBrain, { parameters }, seed)
  let done = 0
  for (;;) {
    const deed = deeds[done]
    if (Math.min(run.nextAtMs(), deed?.atMs ?? Infinity) > untilMs) return run.world()
    if (deed && deed.atMs < run.nextAtMs()) {
      run.act(deed.action, deed.atMs)
      done += 1
    } else run.advance()
  }
}

function randomParameters(draw: Draw, arbitration: Arbitration, flaw?: Flaw): SplitBrainParameters {
  const fenceMs = draw.whole('fence', 50, 400)
  return {
    arbitration,
    detectMs: draw.whole('detect', 300, 1000),
    heartbeatMs: draw.whole('heartbeat', 50, 200),
    latencyMs: draw.whole('latency', 1, 80),
    ttlMs: draw.whole('ttl', 200, 1000),
    headStartMs: pick(draw, 'head start', [0, fenceMs, 2 * fenceMs]),
    fenceMs,
    rebootMs: draw.whole('reboot', 50, 1500),
    writeEveryMs: draw.whole('writes', 50, 200),
    patienceMs: draw.whole('patience', 500, 2000),
    keys: 4,
    ...(flaw && { flaw }),
  }
}

type Links = readonly string[]

const NODES_LINK: Links = ['A>B', 'B>A']
const NETWORK: readonly [Links, ...Links[]] = [NODES_LINK, ['A>W', 'W>A'], ['B>W', 'W>B']]
const MANAGEMENT: readonly [Links, ...Links[]] = [['A#B'], ['B#A']]
const ALL: Links = [...NETWORK, ...MANAGEMENT].flat()

/** What makes a moment one to strike at: somebody has just been given, or has taken, something. */
const FRAGILE: ReadonlySet<SplitBrainNote['kind']> = new Set([
  'promoted',
  'goes-alone',
  'together',
  'voted',
  'orders-off',
  'powered-off',
  'rebooted',
])

/** What befalls the nodes next. */
function befall(draw: Draw, { nodes }: SplitBrainWorld): SplitBrainAction {
  const node: NodeId = draw.happens('node', 0.5) ? 'A' : 'B'
  const leader: NodeId = nodes.B.role === 'primary' ? 'B' : 'A'
  const touching = (id: NodeId) => NETWORK.flat().filter((link) => link.includes(id))
  switch (
    pick(draw, 'what', [
      'part',
      'part',
      'link',
      'one way',
      'isolate',
      'management',
      'everything',
      'crash',
      'crash leader',
      'restart',
      'restart',
      'restart',
      'mend',
      'mend',
      'mend all',
    ] as const)
  ) {
    case 'part':
      return { kind: 'cut', links: NODES_LINK }
    case 'link':
      return { kind: 'cut', links: pick(draw, 'link', NETWORK) }
    case 'one way':
      return { kind: 'cut', links: [pick(draw, 'way', ['A>B', 'B>A', 'A>W', 'W>A', 'B>W', 'W>B'])] }
    case 'isolate':
      return { kind: 'cut', links: touching(draw.happens('leader', 0.6) ? leader : node) }
    case 'management':
      return { kind: 'cut', links: pick(draw, 'management', MANAGEMENT) }
    case 'everything':
      return { kind: 'cut', links: ALL }
    case 'crash':
      return { kind: 'crash', node }
    case 'crash leader':
      return { kind: 'crash', node: leader }
    case 'restart':
      return { kind: 'restart', node }
    case 'mend':
      return { kind: 'mend', links: pick(draw, 'mended', [...NETWORK, ...MANAGEMENT]) }
    case 'mend all':
      return { kind: 'mend', links: ALL }
  }
}

/**
 * A random schedule, made up while it runs: links are cut, also one way, and nodes crash, most of all
 * where something has just begun. Its last second is whole again.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @param flaw a rule that is left out
 */
export function explore(
  seed: number,
  arbitration: Arbitration,
  flaw?: Flaw,
): { readonly schedule: Schedule; readonly world: SplitBrainWorld } {
  const { draw } = drawFrom(seed)
  const parameters = randomParameters(draw, arbitration, flaw)
  const run = machine(splitBrain, { parameters }, seed)
  const deeds: Deed<SplitBrainAction>[] = []
  const act = (action: SplitBrainAction, atMs: number) => {
    deeds.push({ atMs, action })
    run.act(action, atMs)
  }
  const lastMs = SCHEDULE_MS - 2500
  const everyMs = pick(draw, 'pace', [300, 600, 1200])
  let nextMs = draw.whole('first', 100, 1000)
  while (nextMs <= lastMs) {
    if (run.nextAtMs() > nextMs) {
      act(befall(draw, run.world()), nextMs)
      nextMs += draw.whole('gap', 1, 2 * everyMs)
    } else {
      const noted = run.advance()
      if (noted.some(({ note }) => FRAGILE.has(note.kind)) && draw.happens('strike', 0.2))
        nextMs = Math.min(nextMs, run.nowMs() + draw.whole('soon', 0, 2 * parameters.latencyMs))
    }
  }
  while (run.nextAtMs() <= lastMs) run.advance()
  act({ kind: 'mend', links: ALL }, lastMs)
  for (const node of ['A', 'B'] as const) act({ kind: 'restart', node }, lastMs)
  while (run.nextAtMs() <= SCHEDULE_MS) run.advance()
  return { schedule: { parameters, seed, deeds }, world: run.world() }
}
