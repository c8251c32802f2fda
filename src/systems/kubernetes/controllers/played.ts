import type { Later, Moment, Rules } from '../../../simulation/rules.ts'
import { type Machine, machine } from '../../../simulation/machine.ts'
import { read, timeOf } from '../api/client.ts'
import { create, update, updateStatus } from '../api/write.ts'
import type { Pod } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { type Turn, turnOf } from '../turn.ts'
import type { Change, ClusterEvent, World } from '../world.ts'
import { emptyWorld } from '../world-begins.ts'
import { controllers } from './controllers.ts'

/** What is played here in place of scheduler and kubelets. */
type Played = {
  readonly kind: 'play'
  readonly key: string
  readonly uid: string
  readonly step: 'bind' | 'run' | 'ready' | 'gone'
}

/** How the played part of a cluster behaves. */
export interface Play {
  readonly profile?: ProfileName
  /** Whether a pod finds a node, and which; undefined where it stays pending. */
  readonly place?: (pod: Pod, world: World) => string | undefined
  /** Whether a pod becomes ready. */
  readonly works?: (pod: Pod) => boolean
}

/** What somebody does. */
export type Deed = (turn: Turn) => void

/** A cluster for tests of controllers alone: its scheduler and kubelets are the simplest there are. */
export interface PlayedCluster {
  readonly world: () => World
  readonly nowMs: () => number
  /** Does something now. */
  readonly act: (deed: Deed) => void
  /** Lets time pass; after each event what it wrote is shown. */
  readonly pass: (ms: number, seen?: (changes: readonly Change[], world: World) => void) => void
}

const round: Required<Play>['place'] = ({ metadata }) =>
  `node-${(metadata.name.charCodeAt(metadata.name.length - 1) % 3) + 1}`

/** Whose work is played here. */
const PLAYED_HERE: readonly string[] = ['scheduler', 'node-lifecycle', 'taint-eviction']

function tell(turn: Turn): void {
  for (const { name, hopMs, concerns } of Object.values(controllers)) {
    if (PLAYED_HERE.includes(name)) continue
    for (const change of turn.changes())
      for (const key of concerns(change, turn.world()))
        turn.enqueue(name, key, turn.draw.whole(`hop ${name}`, hopMs.least, hopMs.most))
  }
}

function rulesOf(play: Play): Rules<null, World, ClusterEvent | Played, Deed, unknown> {
  const { profile = '1.20', place = round, works = () => true } = play
  /** Plays one step of a pod; returns what is to be tried again. */
  const play1 = (turn: Turn, event: Played): Later<Played>[] => {
    const { key, uid, step } = event
    const pod = read(turn, 'pods', key)
    if (!pod || pod.metadata.uid !== uid) return []
    const status = (ready: boolean): Pod => ({
      ...pod,
      status: {
        ...pod.status,
        phase: 'Running',
        podIP: `10.244.0.${Number.parseInt(uid.slice(0, 2), 16)}`,
        conditions: [
          { type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: timeOf(turn) },
        ],
      },
    })
    if (step === 'gone') turn.write('pods', key, null)
    else if (pod.metadata.deletionTimestamp !== undefined) return []
    // A pod that waited for a node may have got one meanwhile; it keeps it.
    else if (step === 'bind' && pod.spec.nodeName !== undefined) return []
    else if (step === 'run') updateStatus(turn, 'pods', status(false))
    else if (step === 'ready') updateStatus(turn, 'pods', status(true))
    else {
      const nodeName = place(pod, turn.world())
      if (nodeName === undefined) return [{ afterMs: 3000, event }]
      update(turn, 'pods', { ...pod, spec: { ...pod.spec, nodeName } })
    }
    return []
  }
  const played = (turn: Turn) =>
    turn.changes().flatMap(({ resource, type, key, object }) => {
      if (resource !== 'pods' || type === 'DELETED') return []
      const pod = object as Pod
      const later = (step: Played['step'], afterMs: number) => ({
        afterMs,
        event: { kind: 'play' as const, key, uid: pod.metadata.uid, step },
      })
      const { phase, conditions } = pod.status
      if (pod.metadata.deletionTimestamp !== undefined) return [later('gone', 700)]
      if (pod.spec.nodeName === undefined) return [later('bind', 15)]
      if (phase === 'Pending') return [later('run', 1000)]
      const ready = conditions?.some(
        ({ type: one, status }) => one === 'Ready' && status === 'True',
      )
      return ready || !works(pod) ? [] : [later('ready', 1500)]
    })
  const step = (world: World, moment: Moment, deed: (turn: Turn) => readonly Later<Played>[]) => {
    const { turn, end } = turnOf(world, moment)
    const again = deed(turn)
    tell(turn)
    const later = played(turn)
    const ended = end()
    return { ...ended, schedule: [...(ended.schedule ?? []), ...again, ...later] }
  }
  return {
    begin: (_none, moment) =>
      step(emptyWorld({ profile, nodes: [], files: {} }), moment, (turn) => {
        create(turn, 'namespaces', { metadata: { name: 'shop' }, spec: {} })
        return []
      }),
    happen: (world, event, moment) =>
      step(world, moment, (turn) => {
        if (event.kind === 'play') return play1(turn, event)
        if (event.kind === 'sync') {
          const { pending } = turn.world()
          const { [event.key]: due, ...rest } = pending[event.controller] ?? {}
          if (due !== turn.nowMs) return []
          turn.put('pending', { ...pending, [event.controller]: rest })
          controllers[event.controller]?.sync(turn, event.key)
        }
        return []
      }),
    act: (world, deed, moment) =>
      step(world, moment, (turn) => {
        deed(turn)
        return []
      }),
  }
}

/** A played cluster with the namespace `shop`. */
export function playedCluster(play: Play = {}, seed = 1): PlayedCluster {
  const run: Machine<World, ClusterEvent | Played, Deed, unknown> = machine(
    rulesOf(play),
    { parameters: null },
    seed,
  )
  let nowMs = 0
  return {
    world: run.world,
    nowMs: () => nowMs,
    act: (deed) => run.act(deed, nowMs),
    pass(ms, seen) {
      nowMs += ms
      while (run.nextAtMs() <= nowMs) {
        const { revision } = run.world().store
        run.advance()
        const { store } = run.world()
        if (seen && store.revision > revision)
          seen(
            store.log.filter((change) => change.revision > revision),
            run.world(),
          )
      }
    },
  }
}
