import { jsonText, listOf } from '../../printing/json.ts'
import type { KubeEvent } from '../../objects.ts'
import { printNextRows, printTable } from '../../printing/text-table.ts'
import { toldText } from '../../printing/describe/events.ts'
import { millisecondsOrNever } from '../../printing/describe/lines.ts'
import { lastSeen } from '../../printing/table-events.ts'
import { columnsOf, type ObjectTable } from '../../printing/table.ts'
import { yamlText } from '../../printing/yaml.ts'
import { listed } from '../../turn.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, type Going, verb } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'
import { mappingOf } from '../verbs/mapping.ts'

const FLAGS: readonly Flag[] = [
  { name: 'all-namespaces', short: 'A', takes: 'switch' },
  { name: 'for', takes: 'text' },
  { name: 'types', takes: 'list' },
  { name: 'watch', short: 'w', takes: 'switch' },
  { name: 'no-headers', takes: 'switch' },
  { name: 'output', short: 'o', takes: 'text' },
]

interface Following {
  readonly revision: number
  readonly widths?: readonly number[]
}

/** The kind and name after `--for`. */
function targetOf({ flags, turn }: Asked): { kind: string; name: string } | undefined {
  const text = flags.text('for')
  if (text === '') return undefined
  const [type = '', name = ''] = text.split('/')
  if (name === '' || type === '') throw new ClientError('--for must be in resource/name form')
  return { kind: mappingOf(turn.world().profile, type).kind, name }
}

function filterOf(asked: Asked): (event: KubeEvent) => boolean {
  const target = targetOf(asked)
  const types = asked.flags.list('types').map((type) => type.toLowerCase())
  const strange = types.find((type) => type !== 'normal' && type !== 'warning')
  if (strange !== undefined) throw new ClientError('valid --types are Normal or Warning')
  return ({ involvedObject, type }) =>
    (!target || (involvedObject.kind === target.kind && involvedObject.name === target.name)) &&
    (types.length === 0 || types.includes(type.toLowerCase()))
}

function tableFrom(asked: Asked, events: readonly KubeEvent[]): ObjectTable {
  const context = { nowMs: asked.turn.nowMs, profile: asked.turn.world().profile }
  return {
    columns: columnsOf('Last Seen', 'Type', 'Reason', 'Object', 'Message'),
    rows: events.map((object) => {
      const { type, reason, involvedObject, message } = object
      return {
        object,
        cells: [
          toldText(object, context),
          type,
          reason,
          `${involvedObject.kind}/${involvedObject.name}`,
          message.trim(),
        ],
      }
    }),
  }
}

const optionsOf = ({ flags }: Asked) => ({
  noHeaders: flags.is('no-headers'),
  withNamespace: flags.is('all-namespaces'),
})

function events(asked: Asked): Going<Following> {
  const { flags, streams, turn, namespace } = asked
  const everywhere = flags.is('all-namespaces')
  const output = flags.text('output')
  const all = listed(turn.world().store, 'events', everywhere ? undefined : namespace)
  const found = all
    .filter(filterOf(asked))
    .toSorted((a, b) => millisecondsOrNever(lastSeen(a)) - millisecondsOrNever(lastSeen(b)))
  if (flags.is('watch')) {
    const { text, widths } = printNextRows(tableFrom(asked, found), optionsOf(asked))
    streams.out(text)
    const revision = turn.nextRevision() - 1
    return { state: { revision, ...(found.length > 0 ? { widths } : {}) }, onChange: true }
  }
  if (output === 'yaml') streams.out(yamlText(listOf(found)))
  else if (output === 'json') streams.out(jsonText(listOf(found)))
  else if (output === 'name')
    for (const { metadata } of found) streams.out(`event/${metadata.name}\n`)
  else if (output !== '')
    throw new ClientError(
      `-o ${output} is left out of this command; kubectl get events -o ${output} is there`,
    )
  else if (found.length > 0) streams.out(printTable(tableFrom(asked, found), optionsOf(asked)))
  else
    streams.err(everywhere ? 'No events found.\n' : `No events found in ${namespace} namespace.\n`)
  return DONE
}

function goOn(asked: Asked, state: Following): Going<Following> {
  const { flags, streams, turn, namespace } = asked
  const { store } = turn.world()
  const passes = filterOf(asked)
  let { widths } = state
  for (const { revision, resource, object, type } of store.log) {
    if (revision <= state.revision || resource !== 'events' || type === 'DELETED') continue
    if (!('involvedObject' in object) || !passes(object)) continue
    if (!flags.is('all-namespaces') && object.metadata.namespace !== namespace) continue
    const next = printNextRows(tableFrom(asked, [object]), optionsOf(asked), widths)
    streams.out(next.text)
    widths = next.widths
  }
  return {
    state: { revision: store.revision, ...(widths ? { widths } : {}) },
    onChange: true,
  }
}

/** `kubectl events`. */
export const eventsCommand = verb<Following>({ name: 'events', flags: FLAGS, begin: events, goOn })
