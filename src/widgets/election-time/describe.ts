import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { LONGEST_MS, MESSAGE_MS, SURVIVORS } from '../../systems/raft/election-times.ts'
import { type ElectionTimeModel, isEndless, within } from './model.ts'
import { TRIALS } from './ranges.ts'
import { rangeName, share, time, whole } from './words.ts'

/** What few elections exceed. */
export const LATE = 0.99

/** One in a hundred takes so many times the middle one: votes that split, again and again. */
const OFTEN_SPLIT = 4

/** No timeout is much shorter than a pause of an ordinary network. */
const SHORT_MS = 50

export function verdict({ chosen }: ElectionTimeModel): Verdict {
  if (isEndless(chosen))
    return { tone: 'fails', text: m.election_time_verdict_never({ trials: whole(TRIALS) }) }
  const [median, late] = [within(chosen, 0.5), within(chosen, LATE)]
  const said = { median: time(median), late: time(late), share: share(LATE) }
  if (chosen.lowMs <= SHORT_MS)
    return {
      tone: 'neutral',
      text: m.election_time_verdict_short({ ...said, low: time(chosen.lowMs) }),
    }
  return late > OFTEN_SPLIT * median
    ? { tone: 'neutral', text: m.election_time_verdict_split(said) }
    : { tone: 'works', text: m.election_time_verdict_good(said) }
}

/** The chosen range in words. */
export function describe(model: ElectionTimeModel): string {
  const { chosen } = model
  const said = { range: rangeName(chosen), trials: whole(TRIALS), verdict: verdict(model).text }
  return isEndless(chosen)
    ? m.election_time_description_never({ ...said, time: time(LONGEST_MS) })
    : m.election_time_description({
        ...said,
        share: share(LATE),
        median: time(within(chosen, 0.5)),
        late: time(within(chosen, LATE)),
        longest: time(within(chosen, 1)),
      })
}

/** If nobody but the first to stand ever stood. */
export function formula({ chosen: { lowMs, highMs }, firstMs }: ElectionTimeModel): Expression {
  return row(
    variable('d', time(firstMs), m.election_time_symbol()),
    '≈',
    variable('T', whole(lowMs)),
    '+',
    fraction(variable('s', whole(highMs - lowMs)), variable('n', whole(SURVIVORS + 1))),
    '−',
    fraction(variable('T', whole(lowMs)), constant(whole(4))),
    '+',
    constant(whole(2)),
    '×',
    variable('l', number(getLocale(), (MESSAGE_MS.fromMs + MESSAGE_MS.toMs) / 2)),
  )
}

export function readings(model: ElectionTimeModel): readonly Reading[] {
  const { chosen, firstMs } = model
  const said = (ms: number) =>
    isEndless(chosen) ? m.election_time_never({ time: time(LONGEST_MS) }) : time(ms)
  return [
    { id: 'median', label: m.election_time_reading_median(), value: said(within(chosen, 0.5)) },
    {
      id: 'late',
      label: m.election_time_reading_late({ share: share(LATE) }),
      value: said(within(chosen, LATE)),
    },
    {
      id: 'longest',
      label: m.election_time_reading_longest({ trials: whole(TRIALS) }),
      value: said(within(chosen, 1)),
    },
    { id: 'mean', label: m.election_time_reading_mean(), value: said(chosen.meanMs) },
    {
      id: 'first',
      label: m.election_time_reading_first(),
      value: time(firstMs),
      formula: formula(model),
    },
  ]
}
