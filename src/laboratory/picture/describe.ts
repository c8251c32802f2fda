import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../../ui/format.ts'
import { nodeWord, podWord, whole } from '../words.ts'
import type { PodState } from './pod-state.ts'
import { type Survey, podsOf } from './survey.ts'

/** The order in which states are counted in the sentence. */
const COUNTED: readonly PodState[] = [
  'ready',
  'not-ready',
  'starting',
  'not-placed',
  'failing',
  'terminating',
  'unknown',
  'done',
]

/** The picture in words: nodes that are not well by name, pods by their state. */
export function describe(survey: Survey): string {
  const nodes = survey.zones.flatMap((zone) => zone.nodes)
  const unwell = nodes.filter(({ lamp }) => lamp !== 'healthy')
  const pods = podsOf(survey)
  const counts = COUNTED.flatMap((state) => {
    const count = pods.filter((pod) => pod.state === state).length
    return count > 0 ? [`${whole(count)} ${podWord(state)}`] : []
  })
  return [
    unwell.length === 0
      ? m.lab_all_well({ nodes: whole(nodes.length) })
      : m.lab_some_unwell({
          nodes: whole(nodes.length),
          unwell: listed(
            getLocale(),
            unwell.map((node) => `${node.name}: ${nodeWord(node)}`),
          ),
        }),
    pods.length === 0
      ? m.lab_no_pods()
      : m.lab_pods({ count: pods.length, states: listed(getLocale(), counts) }),
  ].join(' ')
}
