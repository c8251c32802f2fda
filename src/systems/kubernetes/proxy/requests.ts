import { programOf, serves, watchProbes } from '../kubelet/probes.ts'
import { changePod, type LocalPod, type Machine } from '../kubelet/machine.ts'
import type { Turn } from '../turn.ts'
import type { World } from '../world.ts'
import { added, type Counts, NONE } from './series.ts'

/** Requests are counted in steps of so many milliseconds. */
export const TICK_MS = 250
/** How long a client waits for an answer. */
export const CLIENT_MS = 5000
/** By how much an answer must become slower or quicker for the pod to be looked at again. */
const NOTABLE_MS = 100

interface Target {
  readonly machine: Machine
  readonly pod: LocalPod
}

/** What becomes of a request. */
export type Fate = Exclude<keyof Counts, 'sent' | 'reset'>

/** Finds the pod at an address: the third number of an address tells its node. */
function finder(machines: Readonly<Record<string, Machine>>): (ip: string) => Target | undefined {
  const byIndex = new Map(Object.values(machines).map((machine) => [machine.index, machine]))
  return (ip) => {
    const machine = byIndex.get(Number(ip.split('.')[2]))
    const pod = machine && Object.values(machine.pods).find((one) => one.ip === ip)
    return pod && { machine, pod }
  }
}

function fateOf({ profile }: World, target: Target | undefined, port: number, nowMs: number): Fate {
  if (!target?.machine.on || !target.machine.linked) return 'timeout'
  const listens = target.pod.containers.some(({ doing }, index) => {
    const spec = target.pod.spec.containers[index]
    const program = spec && programOf(spec, profile)
    return (
      doing.is === 'running' &&
      doing.listensMs <= nowMs &&
      doing.deafMs === undefined &&
      program !== undefined &&
      serves(program, port)
    )
  })
  return listens ? 'answered' : 'refused'
}

/**
 * What becomes of a single request to a pod's address.
 *
 * @param nowMs when it is sent, in milliseconds of the run
 */
export const answerAt = (
  world: World,
  { ip, port }: { readonly ip: string; readonly port: number },
  nowMs: number,
): Fate => fateOf(world, finder(world.machines)(ip), port, nowMs)

/** What one pod can do: how long a request takes it, and how many it can answer in a second. */
function strengthOf(turn: Turn, { pod }: Target): { requestMs: number; perSecond: number } {
  const programs = pod.spec.containers.flatMap(
    (spec) => programOf(spec, turn.world().profile) ?? [],
  )
  const program = programs.find((one) => one.serves)
  return { requestMs: program?.requestMs ?? 20, perSecond: program?.perSecond ?? 500 }
}

/** How many requests of each Service go to each address in this step; by random places to begin at. */
function spread(turn: Turn, service: string, requests: number): ReadonlyMap<string, number> {
  const { traffic, machines } = turn.world()
  const senders = Object.values(machines).filter(({ on, linked }) => on && linked)
  const sent = new Map<string, number>()
  if (senders.length === 0) return new Map([['', requests]])
  const first = turn.draw.whole('senders', 0, senders.length - 1)
  const offset = turn.draw.whole('receivers', 0, 9999)
  for (let index = 0; index < requests; index += 1) {
    const sender = senders[(first + index) % senders.length]
    const view = traffic.views[sender?.name ?? '']?.[service] ?? []
    const to = view[(offset + index + Math.floor(index / senders.length)) % view.length] ?? ''
    sent.set(to, (sent.get(to) ?? 0) + 1)
  }
  return sent
}

/** Lets a pod work off what it got, and says how many of it fail for that. */
function work(turn: Turn, ip: string, target: Target, got: number): number {
  const { requestMs, perSecond } = strengthOf(turn, target)
  const { traffic } = turn.world()
  const before = traffic.queues[ip] ?? 0
  const piled = before + (got * 1000) / perSecond - TICK_MS
  const queue = Math.min(CLIENT_MS, Math.max(0, piled))
  if (queue !== before) {
    const { [ip]: _before, ...others } = traffic.queues
    turn.put('traffic', {
      ...traffic,
      queues: queue === 0 ? others : { ...others, [ip]: queue },
    })
  }
  const answerMs = queue === 0 ? 0 : Math.round(requestMs + queue)
  const { pod, machine } = target
  if (Math.abs(answerMs - pod.answerMs) >= NOTABLE_MS || (answerMs === 0 && pod.answerMs > 0)) {
    changePod(turn, machine.name, pod.uid, (one) => ({ ...one, answerMs }))
    watchProbes(turn, machine.name, pod.uid)
  }
  if (piled <= CLIENT_MS) return 0
  return Math.min(got, Math.round(((piled - CLIENT_MS) * perSecond) / 1000))
}

/** What one Service sent in a step, before it is known which pods are too busy. */
interface Sent {
  readonly service: string
  readonly carried: number
  readonly parts: readonly { readonly ip: string; readonly sent: number; readonly fate: Fate }[]
}

function sentOf(
  turn: Turn,
  service: string,
  perSecond: number,
  targetAt: (ip: string) => Target | undefined,
): Sent {
  const carried = turn.world().traffic.services[service]?.carried ?? 0
  const due = carried + (perSecond * TICK_MS) / 1000
  const requests = Math.floor(due)
  const parts = [...spread(turn, service, requests)].map(([to, sent]) => {
    const [ip = '', port = ''] = to.split(':')
    const fate =
      to === ''
        ? ('refused' as const)
        : fateOf(turn.world(), targetAt(ip), Number(port), turn.nowMs)
    return { ip, sent, fate }
  })
  return { service, carried: due - requests, parts }
}

/** Sends what is due of every Service and says what came of it. */
export function send(
  turn: Turn,
): Readonly<Record<string, { readonly now: Counts; readonly carried: number }>> {
  const { traffic, machines } = turn.world()
  const targetAt = finder(machines)
  const all = Object.entries(traffic.loads).map(([service, perSecond]) =>
    sentOf(turn, service, perSecond, targetAt),
  )
  const rates: Record<string, Record<string, number>> = {}
  const got = new Map<string, number>()
  for (const { service, parts } of all)
    for (const { ip, sent, fate } of parts) {
      if (fate !== 'answered') continue
      got.set(ip, (got.get(ip) ?? 0) + sent)
      rates[ip] = { ...rates[ip], [service]: (sent * 1000) / TICK_MS }
    }
  const late = new Map<string, number>()
  for (const ip of new Set([...got.keys(), ...Object.keys(traffic.queues)])) {
    const target = targetAt(ip)
    if (target) late.set(ip, work(turn, ip, target, got.get(ip) ?? 0))
  }
  turn.put('traffic', { ...turn.world().traffic, rates })
  return Object.fromEntries(
    all.map(({ service, carried, parts }) => [service, { carried, now: totalOf(parts, late) }]),
  )
}

/** Adds up the parts; those that their pods are too busy for time out, of the first Services first. */
function totalOf(parts: Sent['parts'], late: Map<string, number>): Counts {
  let total = NONE
  for (const { ip, sent, fate } of parts) {
    const lost = fate === 'answered' ? Math.min(sent, late.get(ip) ?? 0) : 0
    if (lost > 0) late.set(ip, (late.get(ip) ?? 0) - lost)
    total = added(total, { ...NONE, sent, [fate]: sent - lost })
    total = added(total, { ...NONE, timeout: lost })
  }
  return total
}
