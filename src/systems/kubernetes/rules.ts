import type { Rules } from '../../simulation/rules.ts'
import { controllers } from './controllers/controllers.ts'
import type { ControllerName } from './controllers/controller.ts'
import { type Turn, turnOf } from './turn.ts'
import type { ClusterAction, ClusterEvent, ClusterNote, ClusterParameters, World } from './world.ts'
import { chronicle } from './chronicle.ts'
import { keyOf } from './api/client.ts'
import { befall } from './kubelet/faults.ts'
import { clusterBegins, kubeletHappens, kubeletsHear } from './kubelet/kubelet.ts'
import { interrupt, shellHappens, shellsHear, type } from './kubectl/shell.ts'
import { proxiesHear, setLoad, trafficHappens } from './proxy/traffic.ts'
import { emptyWorld } from './world-begins.ts'

/** Tells everybody who watches the store what a turn has written. */
export function tell(turn: Turn): void {
  const changes = turn.changes()
  if (changes.length === 0) return
  for (const controller of Object.values(controllers)) {
    const { name, hopMs, concerns } = controller
    for (const change of changes)
      for (const key of concerns(change, turn.world()))
        turn.enqueue(name, key, turn.draw.whole(`hop ${name}`, hopMs.least, hopMs.most))
  }
  for (const change of changes) for (const note of chronicle(change)) turn.note(note)
  kubeletsHear(turn, changes)
  proxiesHear(turn, changes)
  shellsHear(turn, changes)
}

/** Takes a key off a controller's list; false where it was looked at earlier instead. */
function taken(turn: Turn, controller: ControllerName, key: string): boolean {
  const { pending } = turn.world()
  const { [key]: due, ...rest } = pending[controller] ?? {}
  if (due !== turn.nowMs) return false
  turn.put('pending', { ...pending, [controller]: rest })
  return true
}

function happens(turn: Turn, event: ClusterEvent): void {
  switch (event.kind) {
    case 'sync':
      if (taken(turn, event.controller, event.key))
        controllers[event.controller]?.sync(turn, event.key)
      return
    case 'kubelet':
      kubeletHappens(turn, event)
      return
    case 'traffic':
      trafficHappens(turn, event)
      return
    case 'shell':
      shellHappens(turn, event)
      return
  }
}

function acts(turn: Turn, action: ClusterAction): void {
  switch (action.do) {
    case 'type':
      type(turn, action.shell, action.text)
      return
    case 'interrupt':
      interrupt(turn, action.shell)
      return
    case 'save':
      turn.put('files', { ...turn.world().files, [action.file]: action.text })
      return
    case 'power':
    case 'link':
    case 'probe':
      befall(turn, action)
      return
    case 'load':
      setLoad(turn, keyOf(action.namespace, action.service), action.perSecond)
      return
  }
}

/** The whole cluster as the engine's rules. */
export const cluster: Rules<ClusterParameters, World, ClusterEvent, ClusterAction, ClusterNote> = {
  begin(parameters, moment) {
    const { turn, end } = turnOf(emptyWorld(parameters), moment)
    clusterBegins(turn, parameters)
    for (const { name, begin } of Object.values(controllers))
      for (const key of begin?.(turn.world()) ?? []) turn.enqueue(name, key, 0)
    tell(turn)
    return end()
  },
  happen(world, event, moment) {
    const { turn, end } = turnOf(world, moment)
    happens(turn, event)
    tell(turn)
    return end()
  },
  act(world, action, moment) {
    const { turn, end } = turnOf(world, moment)
    acts(turn, action)
    tell(turn)
    return end()
  },
}
