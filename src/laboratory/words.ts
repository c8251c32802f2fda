import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../ui/format.ts'
import type { NodeMark } from './picture/survey.ts'
import type { PodState } from './picture/pod-state.ts'

export const whole = (value: number): string => number(getLocale(), value)

/** A moment or a length of time of the cluster: `42.5 s`, `5 min 45 s`, `1 h 5 min`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return m.lab_seconds({ seconds: (Math.floor(ms / 100) / 10).toFixed(1) })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return m.lab_minutes({ minutes: whole(minutes), seconds: whole(seconds % 60) })
  return m.lab_hours({ hours: whole(Math.floor(minutes / 60)), minutes: whole(minutes % 60) })
}

const STATES: Readonly<Record<PodState, () => string>> = {
  ready: m.lab_pod_ready,
  'not-ready': m.lab_pod_not_ready,
  starting: m.lab_pod_starting,
  'not-placed': m.lab_pod_not_placed,
  failing: m.lab_pod_failing,
  done: m.lab_pod_done,
  terminating: m.lab_pod_terminating,
  unknown: m.lab_pod_unknown,
}

export const podWord = (state: PodState): string => STATES[state]()

/** The state of a node: what is so, and where the API believes something else, that too. */
export function nodeWord({ on, linked, ready, cordoned }: NodeMark): string {
  const believed = ready ? m.lab_node_ready() : m.lab_node_not_ready()
  const words = cordoned ? m.lab_node_cordoned({ state: believed }) : believed
  if (!on) return m.lab_node_off({ state: words })
  if (!linked) return m.lab_node_cut({ state: words })
  return words
}

export const nodeCpu = ({ cpuAsked, cpuAll }: NodeMark): string =>
  m.lab_node_cpu({ asked: number(getLocale(), cpuAsked), all: number(getLocale(), cpuAll) })
