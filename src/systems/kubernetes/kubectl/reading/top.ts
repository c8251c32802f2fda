import { keyOf, read } from '../../api/client.ts'
import { notFound } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import { millisecondsOf } from '../../clock.ts'
import type { Pod } from '../../objects.ts'
import { GET_COLUMNS, inColumns } from '../../printing/columns.ts'
import { noResourcesFound } from '../../printing/text-table.ts'
import { scrapedNodeUsageOf, scrapedUsageOf, type Usage } from '../../proxy/usage.ts'
import { quantityMillis, quantityUnits } from '../../quantity.ts'
import { listed } from '../../turn.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, family, type Going, verb, wrongUse } from '../verbs/asked.ts'
import { goDuration } from '../verbs/drain.ts'
import { ClientError } from '../verbs/failures.ts'
import { selectorOf } from '../verbs/targets.ts'

const FLAGS: readonly Flag[] = [
  { name: 'selector', short: 'l', takes: 'text' },
  { name: 'sort-by', takes: 'text' },
  { name: 'no-headers', takes: 'switch' },
  { name: 'use-protocol-buffers', takes: 'switch', initial: 'true' },
]

/** A pod that is older should have been measured. */
const DELAY_MS = 120_000
const MEBIBYTE = 2 ** 20

interface Measured {
  readonly cells: readonly string[]
  readonly usage: Usage | undefined
}

/** What speaks against the call, in the order in which kubectl looks. */
function check({ args, flags, turn }: Asked, usage: string): void {
  if (args.length > 1) throw wrongUse(usage.split(' [')[0] ?? '', usage.replace(/^top /, ''))
  const by = flags.text('sort-by')
  if (by !== '' && by !== 'cpu' && by !== 'memory')
    throw new ClientError('--sort-by accepts only cpu or memory')
  if (args.length > 0 && flags.text('selector') !== '')
    throw new ClientError('only one of NAME or selector can be provided')
  // The recorded cluster has no metrics server, as one of kind has none.
  if (turn.world().profile === '1.20') throw new ClientError('Metrics API not available')
}

/** Rows with the greatest first, where `--sort-by` asks for it. */
function inOrder({ flags }: Asked, rows: readonly Measured[]): readonly Measured[] {
  const by = flags.text('sort-by')
  if (by === '') return rows
  const amount = ({ usage }: Measured): number =>
    (by === 'cpu' ? usage?.millicores : usage?.mebibytes) ?? -1
  return rows.toSorted((a, b) => amount(b) - amount(a))
}

/** Cells that kubectl ends with blanks, the last one too. */
function print(asked: Asked, header: readonly string[], rows: readonly Measured[]): void {
  const lines = inOrder(asked, rows).map(({ cells }) => [...cells, ''])
  const all = asked.flags.is('no-headers') ? lines : [[...header, ''], ...lines]
  asked.streams.out(inColumns(all, GET_COLUMNS))
}

/** Why there are no metrics of any pod. */
function noMetrics({ turn }: Asked, pods: readonly Pod[]): ClientError {
  const old = pods.find(
    ({ metadata }) => turn.nowMs - millisecondsOf(metadata.creationTimestamp) > DELAY_MS,
  )
  if (!old) return new ClientError('metrics not available yet')
  const { namespace = '', name, creationTimestamp } = old.metadata
  const age = goDuration(turn.nowMs - millisecondsOf(creationTimestamp))
  return new ClientError(`Metrics not available for pod ${namespace}/${name}, age: ${age}`)
}

function topPods(asked: Asked): Going<never> {
  check(asked, 'top pod [NAME | -l label]')
  const { args, flags, namespace, streams, turn } = asked
  const world = turn.world()
  const [only] = args
  const everywhere = flags.is('all-namespaces')
  const selects = selectorOf(flags.text('selector'))
  const pods = listed(world.store, 'pods', everywhere ? undefined : namespace).filter(
    ({ metadata }) => selects(metadata.labels) && (only === undefined || metadata.name === only),
  )
  const rows = pods.flatMap((pod): readonly Measured[] => {
    const usage = scrapedUsageOf(world, pod, turn.nowMs)
    if (!usage) return []
    const { name, namespace: home = '' } = pod.metadata
    const cells = [name, `${usage.millicores}m`, `${usage.mebibytes}Mi`]
    return [{ cells: everywhere ? [home, ...cells] : cells, usage }]
  })
  if (only !== undefined && rows.length === 0) {
    if (pods.length === 0) throw notFound('pods', only)
    throw new ApiError({
      code: 404,
      reason: 'NotFound',
      message: `podmetrics.metrics.k8s.io "${namespace}/${only}" not found`,
    })
  }
  if (rows.length === 0 && pods.length > 0) throw noMetrics(asked, pods)
  if (rows.length === 0) streams.err(noResourcesFound(everywhere ? undefined : namespace))
  else
    print(
      asked,
      [...(everywhere ? ['NAMESPACE'] : []), 'NAME', 'CPU(cores)', 'MEMORY(bytes)'],
      rows,
    )
  return DONE
}

function topNodes(asked: Asked): Going<never> {
  check(asked, 'top node [NAME | -l label]')
  const { args, flags, turn } = asked
  const world = turn.world()
  const [only] = args
  if (only !== undefined && !read(turn, 'nodes', keyOf(undefined, only)))
    throw notFound('nodes', only)
  const selects = selectorOf(flags.text('selector'))
  const nodes = listed(world.store, 'nodes').filter(
    ({ metadata }) => selects(metadata.labels) && (only === undefined || metadata.name === only),
  )
  const rows = nodes.map(({ metadata: { name }, status }): Measured => {
    const usage = scrapedNodeUsageOf(world, name, turn.nowMs)
    if (!usage) return { cells: [name, ...Array<string>(4).fill('<unknown>')], usage }
    const { cpu = '0', memory = '0' } = status.allocatable ?? {}
    const share = (part: number, whole: number): string =>
      `${whole === 0 ? 0 : Math.floor((part / whole) * 100)}%`
    const cells = [
      name,
      `${usage.millicores}m`,
      share(usage.millicores, quantityMillis(cpu)),
      `${usage.mebibytes}Mi`,
      share(usage.mebibytes * MEBIBYTE, quantityUnits(memory)),
    ]
    return { cells, usage }
  })
  if (rows.every(({ usage }) => usage === undefined)) {
    if (only === undefined) throw new ClientError('metrics not available yet')
    throw new ApiError({
      code: 404,
      reason: 'NotFound',
      message: `nodemetrics.metrics.k8s.io "${only}" not found`,
    })
  }
  print(asked, ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)'], rows)
  return DONE
}

const node = verb<never>({ name: 'top node', flags: FLAGS, begin: topNodes })
const pod = verb<never>({
  name: 'top pod',
  flags: [
    ...FLAGS,
    { name: 'all-namespaces', short: 'A', takes: 'switch' },
    { name: 'containers', takes: 'switch', leftOut: true },
    { name: 'sum', takes: 'switch', leftOut: true },
  ],
  begin: topPods,
})

/** `kubectl top`: what a metrics server tells of pods and nodes. */
export const topCommand = family('top', {
  node,
  nodes: node,
  no: node,
  pod,
  pods: pod,
  po: pod,
})
