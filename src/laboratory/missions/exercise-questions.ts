import * as m from '#messages/messages.js'
import { clock, whole } from '../words.ts'
import { countOf, keyOf, type Place, readyPods, requestsSince } from './evidence.ts'
import { dips, longestGapMs } from './exercise-dips.ts'
import type { Evidence, Question } from './mission.ts'

const WEB: Place = { namespace: 'redundancy-lab', app: 'web-app' }
const KEY = keyOf(WEB)

/** The time of the first pod that was told to end, and until its successor was ready. */
function firstReplaced({ entries }: Evidence): number | undefined {
  const isWeb = (key: string): boolean => key.startsWith(`${WEB.namespace}/${WEB.app}-`)
  const ending = entries.find(
    ({ note }) => note.note === 'pod' && note.what === 'ending' && isWeb(note.key),
  )
  if (!ending) return undefined
  const after = entries.filter(({ atMs }) => atMs >= ending.atMs)
  const made = after.find(
    ({ note }) => note.note === 'pod' && note.what === 'created' && isWeb(note.key),
  )?.note
  const ready = after.find(
    ({ note }) =>
      note.note === 'pod' && note.what === 'ready' && made?.note === 'pod' && note.key === made.key,
  )
  return ready && ready.atMs - ending.atMs
}

function howLong(evidence: Evidence | undefined): readonly string[] {
  const took = evidence && firstReplaced(evidence)
  return [
    m.mission_exercise_long(),
    took === undefined
      ? m.mission_exercise_no_run()
      : m.mission_exercise_long_yours({ took: clock(took) }),
  ]
}

function endpoints(evidence: Evidence | undefined): readonly string[] {
  const first = evidence && dips(evidence, KEY)[0]
  return [
    m.mission_exercise_kept(),
    first
      ? m.mission_exercise_kept_yours({
          fewest: whole(first.fewest),
          failed: whole(requestsSince(evidence.world, KEY, 0).failed),
        })
      : m.mission_exercise_no_run(),
  ]
}

function allGone(evidence: Evidence | undefined): readonly string[] {
  const gap = evidence ? longestGapMs(evidence, KEY) : 0
  return [
    m.mission_exercise_gone(),
    gap > 0 ? m.mission_exercise_gone_yours({ gap: clock(gap) }) : m.mission_exercise_no_run(),
  ]
}

function apart(evidence: Evidence | undefined): readonly string[] {
  const ready = evidence ? readyPods(evidence.world, WEB) : []
  return [
    m.mission_exercise_apart(),
    ready.length > 0
      ? m.mission_exercise_apart_yours({ pods: whole(ready.length), nodes: whole(countOf(ready)) })
      : m.mission_exercise_apart_none(),
  ]
}

/** What the exercise asks at its end, answered from the reader's own run as far as it went. */
export const questions: readonly Question[] = [
  { ask: m.mission_exercise_ask_long, answer: howLong },
  { ask: m.mission_exercise_ask_kept, answer: endpoints },
  { ask: m.mission_exercise_ask_gone, answer: allGone },
  { ask: m.mission_exercise_ask_apart, answer: apart },
]
