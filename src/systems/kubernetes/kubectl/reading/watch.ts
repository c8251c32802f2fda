import type { KubeObject, Resource } from '../../objects.ts'
import { jsonText } from '../../printing/json.ts'
import { tableOf } from '../../printing/tables.ts'
import { printNextRows, qualifiedName, type TableOptions } from '../../printing/text-table.ts'
import { yamlText } from '../../printing/yaml.ts'
import { mappingOf } from '../verbs/mapping.ts'
import { type Asked, type Going } from '../verbs/asked.ts'
import { failureOf } from '../verbs/failures.ts'
import { type OutputFormat, formatOf, printed } from './output.ts'
import { objectsOf, type Request, scopeOf, selectionOf } from './requests.ts'

/** A watch that goes on: what it looks at, and how far it has read the log. */
export interface Watching {
  readonly resource: Resource
  readonly name?: string
  /** The latest revision that was printed. */
  readonly revision: number
  /** How wide the columns have become; absent before the first row. */
  readonly widths?: readonly number[]
}

function optionsOf(asked: Asked, namespaced: boolean): TableOptions {
  const { flags } = asked
  return {
    wide: flags.text('output') === 'wide',
    noHeaders: flags.is('no-headers'),
    showLabels: flags.is('show-labels'),
    labelColumns: flags.list('label-columns').filter((key) => key !== ''),
    withNamespace: flags.is('all-namespaces') && namespaced,
  }
}

/** Prints objects as they are now, or as they were last. */
function show(
  asked: Asked,
  { info }: Request,
  format: OutputFormat,
  objects: readonly KubeObject[],
  before: readonly number[] | undefined,
): readonly number[] | undefined {
  const { turn, streams } = asked
  if (objects.length === 0) return before
  if (format.form === 'table') {
    const context = { nowMs: turn.nowMs, profile: turn.world().profile }
    const table = tableOf<Resource>(info.name, objects, context)
    const { text, widths } = printNextRows(table, optionsOf(asked, info.namespaced), before)
    streams.out(text)
    return widths
  }
  for (const object of objects) {
    const { metadata } = object
    if (format.form === 'name')
      streams.out(`${qualifiedName(info.singular, info.group)}/${metadata.name}\n`)
    else if (format.form === 'yaml') streams.out(`${before ? '---\n' : ''}${yamlText(object)}`)
    else if (format.form === 'json') streams.out(jsonText(object))
    else streams.out(printed(format, object, [object], before !== undefined))
  }
  return before ?? []
}

const going = (state: Watching): Going<Watching> => ({ state, onChange: true })

/** Prints what is there and begins to watch. */
export function beginWatch(asked: Asked, request: Request, format: OutputFormat): Going<Watching> {
  const { objects, missing } = objectsOf(asked, request)
  if (missing.length > 0) throw failureOf(missing)
  const [name] = request.names ?? []
  const shown = asked.flags.is('watch-only') ? [] : objects
  const widths = show(asked, request, format, shown, undefined)
  return going({
    resource: request.info.name,
    ...(name === undefined ? {} : { name }),
    revision: asked.turn.nextRevision() - 1,
    ...(widths === undefined ? {} : { widths }),
  })
}

/** Prints every change since: each as a row, whether the row looks different or not. */
export function goOnWatching(asked: Asked, state: Watching): Going<Watching> {
  const { turn, flags } = asked
  const { store, profile } = turn.world()
  const request: Request = { info: mappingOf(profile, state.resource) }
  const format = formatOf(flags.text('output'))
  const passes = selectionOf(asked, request)
  const scope = state.name === undefined ? scopeOf(asked, request) : asked.namespace
  let { widths } = state
  for (const { revision, resource, object, before } of store.log) {
    if (revision <= state.revision || resource !== state.resource) continue
    const { name, namespace } = object.metadata
    if (scope !== undefined && namespace !== undefined && namespace !== scope) continue
    if (state.name !== undefined && state.name !== name) continue
    // What leaves the selection is told of once more, as if it were deleted.
    if (!passes(object) && !(before && passes(before))) continue
    widths = show(asked, request, format, [object], widths)
  }
  return going({
    ...state,
    revision: store.revision,
    ...(widths === undefined ? {} : { widths }),
  })
}
