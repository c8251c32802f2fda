import type { KubeObject, Resource } from '../../objects.ts'
import { jsonText, listOf } from '../../printing/json.ts'
import { tableOf } from '../../printing/tables.ts'
import {
  noResourcesFound,
  printTables,
  qualifiedName,
  type TableOptions,
} from '../../printing/text-table.ts'
import { yamlText } from '../../printing/yaml.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, type Going, verb, wrongUse } from '../verbs/asked.ts'
import { ClientError, failureOf } from '../verbs/failures.ts'
import { FILES, manifestTargets, namesFiles } from '../verbs/manifest-targets.ts'
import { formatOf, inOrder, type OutputFormat, printed } from './output.ts'
import { objectsOf, type Request, requestsOf, scopeOf, warnOf } from './requests.ts'
import { beginWatch, goOnWatching, type Watching } from './watch.ts'

const FLAGS: readonly Flag[] = [
  ...FILES,
  { name: 'all-namespaces', short: 'A', takes: 'switch' },
  { name: 'output', short: 'o', takes: 'text' },
  { name: 'selector', short: 'l', takes: 'text' },
  { name: 'field-selector', takes: 'text' },
  { name: 'watch', short: 'w', takes: 'switch' },
  { name: 'watch-only', takes: 'switch' },
  { name: 'output-watch-events', takes: 'switch' },
  { name: 'show-labels', takes: 'switch' },
  { name: 'show-kind', takes: 'switch' },
  { name: 'label-columns', short: 'L', takes: 'list' },
  { name: 'sort-by', takes: 'text' },
  { name: 'no-headers', takes: 'switch' },
  { name: 'ignore-not-found', takes: 'switch' },
  { name: 'allow-missing-template-keys', takes: 'switch', initial: 'true' },
  { name: 'show-managed-fields', takes: 'switch' },
  { name: 'server-print', takes: 'switch', initial: 'true' },
  { name: 'chunk-size', takes: 'whole', initial: '500' },
  { name: 'raw', takes: 'text', leftOut: true },
  { name: 'subresource', takes: 'text', leftOut: true },
  { name: 'template', takes: 'text', leftOut: true },
]

const NO_TYPE = `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples
`

/** Requests for what files describe. */
function fromFiles(asked: Asked): readonly Request[] {
  return manifestTargets(asked).map((one) => {
    if (one instanceof ClientError) throw one
    return { info: one.info, names: [one.name] }
  })
}

/** How a table of a request is printed. */
export function tableOptions(asked: Asked, request: Request, several: boolean): TableOptions {
  const { flags } = asked
  const { singular, group, namespaced } = request.info
  return {
    wide: flags.text('output') === 'wide',
    noHeaders: flags.is('no-headers'),
    showLabels: flags.is('show-labels'),
    labelColumns: flags.list('label-columns').filter((key) => key !== ''),
    withNamespace: flags.is('all-namespaces') && namespaced,
    ...(several || flags.is('show-kind') ? { kindPrefix: qualifiedName(singular, group) } : {}),
  }
}

interface Answer {
  readonly request: Request
  readonly objects: readonly KubeObject[]
}

function printTablesOf(
  asked: Asked,
  answers: readonly Answer[],
  requests: readonly Request[],
): void {
  const { turn, streams, flags } = asked
  const context = { nowMs: turn.nowMs, profile: turn.world().profile }
  // Names that were not found do not count; empty lists do.
  const told = answers.filter(({ request, objects }) => !request.names || objects.length > 0)
  const several = new Set(told.map(({ request }) => request.info.name)).size > 1
  const text = printTables(
    merged(answers).map(({ request, objects }) => ({
      table: tableOf<Resource>(request.info.name, objects, context),
      options: tableOptions(asked, request, several),
    })),
  )
  streams.out(text)
  const [first] = requests
  const named = requests.some(({ names }) => names)
  if (text === '' && !named && !flags.is('ignore-not-found'))
    streams.err(noResourcesFound(first ? scopeOf(asked, first) : asked.namespace))
}

/** Answers about the same resource one after the other are one table: `pod/a pod/b`. */
function merged(answers: readonly Answer[]): readonly Answer[] {
  const tables: Answer[] = []
  for (const answer of answers) {
    const last = tables.at(-1)
    if (last && last.request.info.name === answer.request.info.name)
      tables[tables.length - 1] = { ...last, objects: [...last.objects, ...answer.objects] }
    else tables.push(answer)
  }
  return tables
}

function printObjects(
  asked: Asked,
  format: OutputFormat,
  answers: readonly Answer[],
  requests: readonly Request[],
): void {
  const { streams } = asked
  const objects = answers.flatMap((answer) => answer.objects)
  const [only] = objects
  const one = requests.length === 1 && requests[0]?.names?.length === 1
  if (one && !only) return
  if (format.form === 'name') {
    for (const { request, objects: some } of answers)
      for (const { metadata } of some)
        streams.out(
          `${qualifiedName(request.info.singular, request.info.group)}/${metadata.name}\n`,
        )
    return
  }
  const value = one ? only : listOf(objects)
  if (format.form === 'yaml') streams.out(yamlText(value))
  else if (format.form === 'json') streams.out(jsonText(value))
  else if (format.form !== 'table')
    streams.out(printed(format, value, objects, asked.flags.is('no-headers')))
}

function get(asked: Asked): Going<Watching> {
  const { args, flags, streams } = asked
  if (args.length === 0 && !namesFiles(asked)) {
    streams.err(NO_TYPE)
    return { exit: 1 }
  }
  const format = formatOf(flags.text('output'))
  const files = namesFiles(asked) ? fromFiles(asked) : undefined
  if (files && args.length > 0)
    throw new ClientError(
      'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well',
    )
  const requests = files ?? requestsOf(asked)
  warnOf(asked, requests)
  if (flags.is('watch') || flags.is('watch-only')) {
    const [request, ...others] = requests
    if (!request || others.length > 0 || (request.names?.length ?? 1) > 1)
      throw wrongUse('get', 'you may only specify a single resource type')
    return beginWatch(asked, request, format)
  }
  const found = requests.map((request) => ({ request, ...objectsOf(asked, request) }))
  const answers = sorted(asked, found)
  if (format.form === 'table') printTablesOf(asked, answers, requests)
  else printObjects(asked, format, answers, requests)
  const missing = flags.is('ignore-not-found') ? [] : found.flatMap((one) => one.missing)
  if (missing.length > 0) throw failureOf(missing)
  return DONE
}

/** Answers in the order that `--sort-by` asks for. */
function sorted(asked: Asked, answers: readonly Answer[]): readonly Answer[] {
  const path = asked.flags.text('sort-by')
  if (path === '') return answers
  return answers.map((answer) => ({ ...answer, objects: inOrder(answer.objects, path) }))
}

/** `kubectl get`. */
export const getCommand = verb<Watching>({
  name: 'get',
  flags: FLAGS,
  begin: get,
  goOn: goOnWatching,
})
