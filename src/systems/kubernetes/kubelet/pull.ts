import type { Turn } from '../turn.ts'
import { keyOf, read } from '../api/client.ts'
import { lengthened } from './backoff.ts'
import { fullName, imageOf, splitImage } from './images.ts'
import {
  arm,
  changeContainer,
  changeMachine,
  changePod,
  inTouch,
  machineOf,
  podOn,
} from './machine.ts'
import { say } from './pod-events.ts'
import { report } from './pod-status.ts'

/** How long a kubelet and its runtime take to make a container and start it. */
const START_MS = { least: 400, most: 1200 } as const

/** Whether a container's image is to be asked for even where the node has it. */
function always(policy: string | undefined, image: string): boolean {
  return policy === undefined ? splitImage(image).tag === 'latest' : policy === 'Always'
}

/**
 * Gives a pod an address where it has none. Addresses count up over all nodes in the recordings,
 * and on each node by itself today.
 */
export function giveAddress(turn: Turn, node: string, uid: string): void {
  const { machines, profile } = turn.world()
  const mine = machines[node]
  if (!mine || mine.pods[uid]?.ip !== null) return
  const given =
    profile === '1.20'
      ? Object.values(machines).reduce((sum, { addresses }) => sum + addresses, 0)
      : mine.addresses
  const ip = `10.244.${mine.index}.${2 + (given % 253)}`
  changeMachine(turn, node, (machine) => ({ ...machine, addresses: machine.addresses + 1 }))
  changePod(turn, node, uid, (pod) => ({ ...pod, ip }))
}

/** Gets the image of a container, then makes it and starts it. */
export function fetchImage(turn: Turn, node: string, uid: string, index: number): void {
  const spec = podOn(turn, node, uid)?.spec.containers[index]
  const machine = machineOf(turn, node)
  if (!spec || !machine) return
  giveAddress(turn, node, uid)
  const { name, image, imagePullPolicy } = spec
  const present = machine.images.includes(fullName(image))
  if (present && !always(imagePullPolicy, image)) {
    say(turn, node, uid, {
      type: 'Normal',
      reason: 'Pulled',
      message: `Container image "${image}" already present on machine`,
      container: name,
    })
    make(turn, node, uid, index)
    return
  }
  if (imagePullPolicy === 'Never') {
    const message = `Container image "${image}" is not present with pull policy of Never`
    say(turn, node, uid, {
      type: 'Warning',
      reason: 'ErrImageNeverPull',
      message,
      container: name,
    })
    waits(turn, node, uid, index, 'ErrImageNeverPull', message)
    return
  }
  say(turn, node, uid, {
    type: 'Normal',
    reason: 'Pulling',
    message: `Pulling image "${image}"`,
    container: name,
  })
  const found = imageOf(image, '1.33')
  const tookMs = Math.round(
    // Layers that are there already need only to be asked after.
    (found === undefined ? 900 : present ? 700 : found.pullMs) *
      (0.8 + 0.4 * turn.draw.uniform('pulls')),
  )
  arm(turn, node, uid, `pulled ${tookMs}:${index}`, tookMs)
}

function waits(
  turn: Turn,
  node: string,
  uid: string,
  index: number,
  reason: string,
  message: string,
): void {
  changeContainer(turn, node, uid, index, (one) => ({
    ...one,
    last: one.doing.is === 'ended' ? one.doing : one.last,
    doing: { is: 'waiting', reason, message },
  }))
  report(turn, node, uid)
}

/** Makes a container of an image that is there. */
function make(turn: Turn, node: string, uid: string, index: number): void {
  const name = podOn(turn, node, uid)?.spec.containers[index]?.name ?? ''
  say(turn, node, uid, {
    type: 'Normal',
    reason: 'Created',
    message: `Created container: ${name}`,
    container: name,
  })
  arm(turn, node, uid, `run:${index}`, turn.draw.whole('starts', START_MS.least, START_MS.most))
}

/** A duration as Go writes it: `512ms`, `3.214s`, `1m2.5s`. */
function duration(ms: number): string {
  if (ms < 1000) return `${ms}ms`
  const minutes = Math.floor(ms / 60_000)
  return `${minutes > 0 ? `${minutes}m` : ''}${(ms % 60_000) / 1000}s`
}

/** What the registry says of an image that it has not got. */
function refusal(image: string): string {
  const full = fullName(image)
  const { repository } = splitImage(image)
  const unpack = `failed to pull and unpack image "${full}": failed to resolve reference "${full}": `
  // A repository that has other tags is known to the registry; of others it tells nothing.
  const known =
    imageOf(repository, '1.33') !== undefined || imageOf(`${repository}:1`, '1.33') !== undefined
  return known
    ? `rpc error: code = NotFound desc = ${unpack}${full}: not found`
    : `rpc error: code = Unknown desc = ${unpack}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`
}

/** A pull has come to its end. */
export function pulled(turn: Turn, node: string, uid: string, index: number, tookMs: number): void {
  const spec = podOn(turn, node, uid)?.spec.containers[index]
  if (!spec) return
  const { name, image } = spec
  const found = imageOf(image, '1.33')
  if (found) {
    const size = found.sizeBytes
    const took = duration(tookMs)
    say(turn, node, uid, {
      type: 'Normal',
      reason: 'Pulled',
      message: `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${size} bytes.`,
      container: name,
    })
    keep(turn, node, fullName(image), size)
    make(turn, node, uid, index)
    return
  }
  const why = refusal(image)
  const failed = { type: 'Warning', reason: 'Failed', container: name } as const
  say(turn, node, uid, { ...failed, message: `Failed to pull image "${image}": ${why}` })
  say(turn, node, uid, { ...failed, message: 'Error: ErrImagePull' })
  changeContainer(turn, node, uid, index, (one) => ({
    ...one,
    pulling: lengthened(one.pulling, turn.nowMs),
  }))
  waits(turn, node, uid, index, 'ErrImagePull', why)
  arm(turn, node, uid, `held:${index}`, turn.draw.whole('kubelet', 2000, 5000))
}

/** The kubelet looks again at an image that it could not get, and has to wait. */
export function held(turn: Turn, node: string, uid: string, index: number): void {
  const container = podOn(turn, node, uid)?.containers[index]
  if (!container) return
  const { name, image, pulling, doing } = container
  const wait = `Back-off pulling image "${image}"`
  const cause = doing.is === 'waiting' && doing.message !== undefined ? doing.message : ''
  say(turn, node, uid, { type: 'Normal', reason: 'BackOff', message: wait, container: name })
  say(turn, node, uid, {
    type: 'Warning',
    reason: 'Failed',
    message: 'Error: ImagePullBackOff',
    container: name,
  })
  waits(turn, node, uid, index, 'ImagePullBackOff', `${wait}: ErrImagePull: ${cause}`)
  const untilMs = pulling ? pulling.atMs + pulling.ms : turn.nowMs
  arm(
    turn,
    node,
    uid,
    `fetch:${index}`,
    Math.max(0, untilMs - turn.nowMs) + turn.draw.whole('kubelet', 500, 4000),
  )
}

/** In the recordings an image that cannot be had is told in one step. */
export function playMissing(turn: Turn, node: string, uid: string, index: number): void {
  const image = podOn(turn, node, uid)?.containers[index]?.image ?? ''
  waits(turn, node, uid, index, 'ImagePullBackOff', `Back-off pulling image "${image}"`)
}

/** The node keeps an image, and tells the API of it, by which the scheduler may choose. */
function keep(turn: Turn, node: string, name: string, sizeBytes: number): void {
  const machine = machineOf(turn, node)
  if (!machine || machine.images.includes(name)) return
  changeMachine(turn, node, (one) => ({ ...one, images: [...one.images, name] }))
  const object = read(turn, 'nodes', keyOf(undefined, node))
  if (!object || !inTouch(machine)) return
  turn.write('nodes', node, {
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(turn.nextRevision()) },
    status: {
      ...object.status,
      images: [...(object.status.images ?? []), { names: [name], sizeBytes }],
    },
  })
}
