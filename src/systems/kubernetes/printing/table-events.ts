import type { KubeEvent, Timestamp } from '../objects.ts'
import { columnsOf, since } from './table.ts'
import type { TableForm } from './table.ts'

/** When an event was first told; the scheduler's events know the time in another field. */
export const firstSeen = (event: KubeEvent): Timestamp | null =>
  event.firstTimestamp ?? event.eventTime ?? null

/** When an event was last told. */
export const lastSeen = (event: KubeEvent): Timestamp | null =>
  event.series?.lastObservedTime ?? event.lastTimestamp ?? firstSeen(event)

/** Who told an event: `kubelet, node-1`. */
export const sourceText = ({ source, reportingComponent }: KubeEvent): string =>
  [source.component ? source.component : (reportingComponent ?? ''), source.host ?? '']
    .filter((part) => part !== '')
    .join(', ')

/** What an event is about: `pod/web-1`. */
export const targetText = ({ involvedObject: { kind, name } }: KubeEvent): string =>
  name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase()

/** The table of events. */
export const EVENTS: TableForm<KubeEvent> = {
  columns: columnsOf(
    'Last Seen',
    'Type',
    'Reason',
    'Object',
    'Subobject*',
    'Source*',
    'Message',
    'First Seen*',
    'Count*',
    'Name*',
  ),
  cells: (event, context) => [
    since(lastSeen(event), context),
    event.type,
    event.reason,
    targetText(event),
    event.involvedObject.fieldPath ?? '',
    sourceText(event),
    event.message.trim(),
    since(firstSeen(event), context),
    event.series?.count ?? event.count ?? 1,
    event.metadata.name,
  ],
}
