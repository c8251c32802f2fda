import { read } from '../../api/client.ts'
import { notFound } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import { update } from '../../api/write.ts'
import { infoOf } from '../../api/refusals.ts'
import type { Node } from '../../objects.ts'
import { listed } from '../../turn.ts'
import type { Commands } from '../command.ts'
import { type Asked, DONE, verb, wrongUse } from './asked.ts'
import { failureOf } from './failures.ts'
import type { Flag } from '../flags.ts'
import { SAYING, dryRunOf, sayDone } from './results.ts'
import { selectorOf } from './targets.ts'

/** Flags that `cordon`, `uncordon` and `drain` share. */
export const NODE_FLAGS: readonly Flag[] = [
  ...SAYING,
  { name: 'selector', takes: 'text', short: 'l', initial: '' },
]

/**
 * The nodes that were named or chosen.
 *
 * @throws UsageError, ClientError where they were named in a wrong way, ApiError where one is not there
 */
export function nodesOf({ turn, args, flags }: Asked, name: string): readonly Node[] {
  const selector = flags.text('selector')
  if (selector !== '' && args.length > 0)
    throw wrongUse(name, 'cannot specify both a node name and a --selector option')
  if (selector === '' && args.length === 0) throw wrongUse(name, `USAGE: ${name} NODE [flags]`)
  if (selector !== '') {
    const selects = selectorOf(selector)
    return listed(turn.world().store, 'nodes').filter(({ metadata }) => selects(metadata.labels))
  }
  const found = args.map((arg) => {
    const node = arg.replace(/^(nodes?|no)\//, '')
    return read(turn, 'nodes', node) ?? notFound('nodes', node)
  })
  const missing = found.filter((one) => one instanceof ApiError)
  if (missing.length > 0) throw failureOf(missing)
  return found.flatMap((one) => (one instanceof ApiError ? [] : [one]))
}

/** Closes nodes to new pods, or opens them again, and says so. */
export function cordonAll(asked: Asked, nodes: readonly Node[], cordoned: boolean): void {
  const info = infoOf('nodes')
  const done = cordoned ? 'cordoned' : 'uncordoned'
  const dryRun = dryRunOf(asked)
  for (const node of nodes) {
    if ((node.spec.unschedulable ?? false) === cordoned) {
      sayDone(asked, info, node, `already ${done}`)
      continue
    }
    const { unschedulable: _, ...open } = node.spec
    const changed = { ...node, spec: cordoned ? { ...open, unschedulable: true } : open }
    if (dryRun !== 'client') update(asked.turn, 'nodes', changed, { dryRun: dryRun === 'server' })
    sayDone(asked, info, changed, done)
  }
}

const switching = (name: string, cordoned: boolean) =>
  verb<never>({
    name,
    flags: NODE_FLAGS,
    begin(asked) {
      cordonAll(asked, nodesOf(asked, name), cordoned)
      return DONE
    },
  })

/** `cordon` and `uncordon`. */
export const nodeCommands: Commands = {
  cordon: switching('cordon', true),
  uncordon: switching('uncordon', false),
}
