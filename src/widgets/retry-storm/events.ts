import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import { BURST, LENGTH_MS, SLICE_MS } from './fixed.ts'
import type { StormModel } from './model.ts'
import { seconds, whole } from './words.ts'

function troubleText({ values }: StormModel, begins: boolean): string {
  switch (values.trouble) {
    case 'down':
      return begins ? m.storm_event_down() : m.storm_event_up()
    case 'slow':
      return begins ? m.storm_event_slow() : m.storm_event_quick()
    case 'burst':
    case 'chance':
      return m.storm_event_burst({ count: whole(BURST) })
  }
}

/** Each second in which something other than answers happened, in one row. */
export function timeline(model: StormModel): Timeline {
  const { entries, slices, values } = model
  const troubles = entries.flatMap(({ atMs, note }) =>
    note.kind === 'trouble' && (note.begins || values.trouble !== 'burst')
      ? [{ atMs, text: troubleText(model, note.begins) }]
      : [],
  )
  const seconds_ = slices
    .filter(({ again, failed, wasted }) => again + failed + wasted > 0)
    .map(({ fromMs, first, again, answered, failed, wasted }) => ({
      // A second can be summed up once it is over.
      atMs: Math.min(LENGTH_MS, fromMs + SLICE_MS),
      text: m.storm_event_second({
        from: seconds(fromMs),
        first: whole(first),
        again: whole(again),
        answered: whole(answered),
        failed: whole(failed),
        wasted: whole(wasted),
      }),
    }))
  return {
    lengthMs: LENGTH_MS,
    restMs: LENGTH_MS,
    pace: 3000,
    chance: true,
    entries: [...troubles, ...seconds_].toSorted((one, other) => one.atMs - other.atMs),
  }
}
