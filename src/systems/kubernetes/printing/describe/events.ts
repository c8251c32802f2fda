import type { KubeEvent, KubeObject } from '../../objects.ts'
import { firstSeen, lastSeen } from '../table-events.ts'
import { since } from '../table.ts'
import type { PrintContext } from '../table.ts'
import { millisecondsOrNever } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'

/** How long ago an event was told and, if more than once, how often: `2s (x3 over 5m)`. */
export function toldText(event: KubeEvent, context: PrintContext): string {
  const first = since(firstSeen(event), context)
  const count = event.series?.count ?? event.count ?? 1
  return event.series || count > 1
    ? `${since(lastSeen(event), context)} (x${count} over ${first})`
    : first
}

/** Events in the order of their last time; those that only know when they began come first. */
export const byLastTimestamp = (events: readonly KubeEvent[]): readonly KubeEvent[] =>
  events.toSorted((a, b) => {
    const [before, after] = [
      millisecondsOrNever(a.lastTimestamp),
      millisecondsOrNever(b.lastTimestamp),
    ]
    return before < after ? -1 : before > after ? 1 : 0
  })

/** The events about an object, as they end its description. */
export function eventLines(object: KubeObject, context: DescribeContext): Lines {
  const { name, namespace, uid } = object.metadata
  const about = context.related.list('events', namespace).filter(
    ({ involvedObject }) =>
      involvedObject.kind === object.kind &&
      involvedObject.name === name &&
      // Nodes are told of by programs that know no more than their name.
      (involvedObject.uid === undefined ||
        involvedObject.uid === uid ||
        (object.kind === 'Node' && involvedObject.uid === name)),
  )
  if (about.length === 0) return ['Events:\t<none>']
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...byLastTimestamp(about).map(
      (event) =>
        `  ${event.type}\t${event.reason}\t${toldText(event, context)}\t` +
        `${event.source.component ? event.source.component : (event.reportingComponent ?? '')}\t${event.message.trim()}`,
    ),
  ]
}
