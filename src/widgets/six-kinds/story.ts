import * as m from '#messages/messages.js'
import { type KindsModel, requestFailure } from './model.ts'
import type { Kind } from './parameters.ts'
import { oneIn, plain, wait } from './numbers.ts'

function hardware({ values, current }: KindsModel): string {
  if (values.happening === 'usual')
    return values.count === 1 ? m.kinds_story_only_supply() : m.kinds_story_supply()
  if (current.fate === 'serves') return m.kinds_story_circuits()
  return values.count === 1 ? m.kinds_story_only_circuit() : m.kinds_story_circuit()
}

function software({ values: { count, happening, guard } }: KindsModel): string {
  if (happening === 'usual') {
    if (count === 1) return m.kinds_story_only_pod()
    return count === 2 ? m.kinds_story_last_pod() : m.kinds_story_pod()
  }
  return guard === 'guarded'
    ? m.kinds_story_cache()
    : m.kinds_story_database({ count: plain(count) })
}

function data({ values: { count, happening, guard }, current }: KindsModel): string {
  if (count === 1) return m.kinds_story_only_copy()
  if (happening === 'usual') return m.kinds_story_disk()
  return guard === 'guarded'
    ? m.kinds_story_confirmed()
    : m.kinds_story_lag({ measure: plain(current.measure, 4) })
}

function place({ values: { count, happening, guard }, current }: KindsModel): string {
  if (happening === 'usual')
    return count === 1 ? m.kinds_story_only_region() : m.kinds_story_region()
  if (count === 1) return m.kinds_story_near()
  const said = { wait: wait(current.measure) }
  if (guard === 'guarded')
    return current.fate === 'serves' ? m.kinds_story_short_trip(said) : m.kinds_story_one_trip(said)
  return {
    serves: m.kinds_story_short_trips,
    limps: m.kinds_story_trips,
    fails: m.kinds_story_long_trips,
  }[current.fate](said)
}

function time({ values, current }: KindsModel): string {
  const { count, happening, guard } = values
  if (happening === 'usual')
    return count === 1
      ? m.kinds_story_no_retry()
      : m.kinds_story_retry({
          failure: oneIn(requestFailure(values)),
          attempts: plain(current.measure),
        })
  if (count === 1) return m.kinds_story_one_attempt()
  const said = { measure: plain(current.measure, 4) }
  return guard === 'guarded' ? m.kinds_story_budget(said) : m.kinds_story_storm(said)
}

function information({ values: { happening, guard } }: KindsModel): string {
  if (happening === 'usual')
    return guard === 'guarded' ? m.kinds_story_corrected() : m.kinds_story_noticed()
  return guard === 'guarded' ? m.kinds_story_refused() : m.kinds_story_missed()
}

const STORIES: Readonly<Record<Kind, (model: KindsModel) => string>> = {
  hardware,
  software,
  data,
  place,
  time,
  information,
}

/** What has become of the kind that is shown, in a sentence or two. */
export const story = (model: KindsModel): string =>
  model.values.happening === 'nothing' ? m.kinds_story_nothing() : STORIES[model.values.kind](model)
