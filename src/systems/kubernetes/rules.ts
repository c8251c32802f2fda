import type { Rules } from '../../simulation/rules.ts'
import { controllers } from './controllers/controllers.ts'
import type { ControllerName } from './controllers/controller.ts'
import { type Turn, turnOf } from './turn.ts'
import type { ClusterAction, ClusterEvent, ClusterNote, ClusterParameters, World } from './world.ts'
import { emptyWorld } from './world-begins.ts'

/** Tells every controller what a turn has written. */
function tell(turn: Turn, from = 0): void {
  const changes = turn.changes().slice(from)
  for (const controller of Object.values(controllers)) {
    const { name, hopMs, concerns } = controller
    for (const change of changes)
      for (const key of concerns(change, turn.world()))
        turn.enqueue(name, key, turn.draw.whole(`hop ${name}`, hopMs.least, hopMs.most))
  }
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
    case 'traffic':
    case 'shell':
      return
  }
}

function acts(_turn: Turn, action: ClusterAction): void {
  switch (action.do) {
    case 'type':
    case 'interrupt':
    case 'save':
    case 'power':
    case 'link':
    case 'probe':
    case 'load':
    case 'call':
      return
  }
}

/** The whole cluster as the engine's rules. */
export const cluster: Rules<ClusterParameters, World, ClusterEvent, ClusterAction, ClusterNote> = {
  begin(parameters, moment) {
    const { turn, end } = turnOf(emptyWorld(parameters), moment)
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
