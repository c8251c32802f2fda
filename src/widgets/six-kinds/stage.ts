import * as m from '#messages/messages.js'
import type { State } from '../../figures/Lamp.tsx'
import { calls, plain, wait } from './numbers.ts'
import {
  callsAt,
  type Fate,
  type KindsModel,
  LAG_SECONDS,
  smallWord,
  WRITES_PER_SECOND,
} from './model.ts'

/** A box of a miniature. Neighbours with the same hull stand in one outline. */
export interface Item {
  readonly name: string
  readonly note: string
  readonly state: State
  readonly hull?: { readonly label: string; readonly struck: boolean }
}

/** A miniature: groups of boxes, each group leading to the next. */
export type Miniature = readonly (readonly Item[])[]

/** The lamp of an outcome. */
export const FATES: Readonly<Record<Fate, State>> = {
  serves: 'healthy',
  limps: 'degraded',
  fails: 'failed',
}

const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1)

function hardware({ values, current }: KindsModel): Miniature {
  const { count, happening, guard } = values
  const onFirst = guard === 'guarded' ? Math.ceil(count / 2) : count
  const trips = happening === 'pitfall'
  const on = current.fate !== 'fails'
  return [
    numbers(count).map((number) => {
      const first = number <= onFirst
      const dead = happening === 'usual' && number === 1
      const dark = trips && first
      return {
        name: m.kinds_supply({ number: plain(number) }),
        note: dead ? m.kinds_dead() : dark ? m.kinds_dark() : m.kinds_on(),
        state: dead ? 'failed' : dark ? 'standby' : 'healthy',
        hull: { label: m.kinds_circuit({ letter: first ? 'A' : 'B' }), struck: dark },
      }
    }),
    [
      {
        name: m.kinds_server(),
        note: on ? m.kinds_on() : m.kinds_off(),
        state: on ? 'healthy' : 'failed',
      },
    ],
  ]
}

const ANSWERS = {
  serves: { note: m.kinds_ok, state: 'healthy' },
  limps: { note: m.kinds_reads_only, state: 'degraded' },
  fails: { note: m.kinds_errors, state: 'failed' },
} as const

function software({ values, current }: KindsModel): Miniature {
  const { count, happening } = values
  const answer = ANSWERS[current.fate]
  const down = happening === 'pitfall'
  return [
    [{ name: m.kinds_requests(), note: answer.note(), state: answer.state }],
    numbers(count).map((number) => {
      const gone = happening === 'usual' && number === 1
      return {
        name: m.kinds_pod({ number: plain(number) }),
        note: gone ? m.kinds_gone() : m.kinds_ready(),
        state: gone ? 'failed' : 'healthy',
      }
    }),
    [
      {
        name: m.kinds_database(),
        note: down ? m.kinds_gone() : m.kinds_on(),
        state: down ? 'failed' : 'healthy',
      },
    ],
  ]
}

function data({ values, current }: KindsModel): Miniature {
  const { count, happening, guard } = values
  const behind = happening === 'pitfall'
  const lost = current.measure
  return [
    numbers(count).map((number) => {
      const gone = number === 1 && happening !== 'nothing'
      const late = behind && !(guard === 'guarded' && number === 2)
      return {
        name: number === 1 ? m.kinds_primary() : m.kinds_replica({ number: plain(number) }),
        note: gone
          ? m.kinds_gone()
          : late
            ? m.kinds_behind({ count: plain(LAG_SECONDS * WRITES_PER_SECOND) })
            : m.kinds_has_all(),
        state: gone ? 'failed' : late ? 'degraded' : 'healthy',
      }
    }),
    [
      {
        name: m.kinds_data_box(),
        note:
          lost === 0
            ? m.kinds_safe()
            : lost === Infinity
              ? m.kinds_all_lost()
              : m.kinds_lost({ count: plain(lost) }),
        state: lost === 0 ? 'healthy' : 'failed',
      },
    ],
  ]
}

function place({ values, current }: KindsModel): Miniature {
  const { count, happening } = values
  const { fate, measure } = current
  return [
    [
      {
        name: m.kinds_page(),
        note:
          measure > 0
            ? m.kinds_waits({ wait: wait(measure) })
            : fate === 'fails'
              ? m.kinds_not_served()
              : m.kinds_served(),
        state: FATES[fate],
      },
    ],
    numbers(count).map((number) => {
      const dark = happening === 'usual' && number === 1
      return {
        name: m.kinds_region({ number: plain(number) }),
        note: dark
          ? m.kinds_dark()
          : happening === 'pitfall' && number === count
            ? m.kinds_holds()
            : m.kinds_on(),
        state: dark ? 'failed' : 'healthy',
      }
    }),
  ]
}

function time({ values }: KindsModel): Miniature {
  const counts = callsAt(values)
  const stopped = values.happening === 'pitfall'
  return counts.map((count, index): readonly Item[] => {
    const last = index === counts.length - 1
    return [
      {
        name: last ? m.kinds_last() : m.kinds_layer({ number: plain(index + 1) }),
        note: calls(count),
        state: last && stopped ? 'failed' : stopped ? 'degraded' : 'healthy',
      },
    ]
  })
}

function information({ values, current }: KindsModel): Miniature {
  const { written, flips, outcome } = smallWord(values)
  const note =
    current.fate === 'fails'
      ? m.kinds_wrong()
      : current.fate === 'limps'
        ? m.kinds_noticed()
        : outcome === 'corrected'
          ? m.kinds_corrected()
          : m.kinds_right()
  return [
    written.map((bit, index) => ({
      name: plain(flips.includes(index) ? 1 - bit : bit),
      note: flips.includes(index) ? m.kinds_flipped() : m.kinds_right(),
      state: flips.includes(index) ? 'failed' : 'healthy',
    })),
    [
      {
        name: m.kinds_word(),
        note,
        state: FATES[current.fate],
      },
    ],
  ]
}

const MAKERS = { hardware, software, data, place, time, information }

/** The miniature of the kind that is chosen. */
export const miniature = (model: KindsModel): Miniature => MAKERS[model.values.kind](model)
